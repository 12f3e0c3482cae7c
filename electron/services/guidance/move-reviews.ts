import type { MovedReview } from '#shared/domain/guidance-change.ts';
import type { Review } from '#shared/domain/review.ts';
import type { PortfolioStore } from '../ports.ts';

/** Where codes go under other guidance, and those somebody leaves unmapped. */
export type ReviewCodes = {
  readonly to: ReadonlyMap<string, string>;
  /** A code under which the other guidance has nothing. */
  readonly aside: (code: string) => string;
  readonly unmapped: ReadonlySet<string>;
};

const isSealed = (store: PortfolioStore, id: string): boolean =>
  [...store.all('seals').values()].some(({ subjectId }) => subjectId === id);

/** One review that is not signed, and what is to be said of each code in it that does not simply stay. */
function moved(
  review: Review,
  codes: ReviewCodes,
  sealed: boolean,
): { readonly review: Review; readonly told: readonly MovedReview[] } {
  const { id, heldOn } = review;
  const told: MovedReview[] = [];
  const taken = new Set(
    review.judgements
      .map(({ capability }) => capability)
      .filter((code) => (codes.to.get(code) ?? code) === code && !codes.unmapped.has(code)),
  );
  const judgements = review.judgements.map((judgement) => {
    const { capability } = judgement;
    const target = codes.to.get(capability) ?? capability;
    const unmapped = codes.unmapped.has(capability);
    if (target === capability && !unmapped) return judgement;
    const say = (why: MovedReview['why'], to: string | null) =>
      told.push({ review: id, heldOn, what: 'judgement', from: capability, to, why });
    if (sealed) {
      say('signed', null);
      return judgement;
    }
    if (unmapped || taken.has(target)) {
      say(unmapped ? 'unmapped' : 'judged-already', null);
      return { ...judgement, capability: codes.aside(capability) };
    }
    taken.add(target);
    say(null, target);
    return { ...judgement, capability: target };
  });
  const actions = review.actions.map((action) => {
    const { capability } = action;
    if (capability === null) return action;
    const target = codes.to.get(capability) ?? capability;
    const unmapped = codes.unmapped.has(capability);
    if (target === capability && !unmapped) return action;
    // An action can name a capability of the guidance, or none.
    const next = unmapped ? null : target;
    told.push({
      review: id,
      heldOn,
      what: 'action',
      from: capability,
      to: next,
      why: unmapped ? 'unmapped' : null,
    });
    return { ...action, capability: next };
  });
  return { review: { ...review, judgements, actions }, told };
}

/**
 * The reviews that are not signed yet, under other guidance: a judgement goes where the links of its capability go. One
 * that somebody signed, that would meet another, or that nothing there is like, goes nowhere, and is named.
 */
export function reviewsMoved(
  store: PortfolioStore,
  codes: ReviewCodes,
  at: string,
): { readonly reviews: readonly Review[]; readonly told: readonly MovedReview[] } {
  const open = [...store.all('reviews').values()]
    .filter(({ state }) => state !== 'signed')
    .map((before) => ({ before, ...moved(before, codes, isSealed(store, before.id)) }));
  const changed = open.filter(
    ({ before, review }) =>
      review.judgements.some((one, index) => one !== before.judgements[index]) ||
      review.actions.some((one, index) => one !== before.actions[index]),
  );
  return {
    reviews: changed.map(({ review }) => ({ ...review, updatedAt: at })),
    told: open.flatMap(({ told }) => told),
  };
}
