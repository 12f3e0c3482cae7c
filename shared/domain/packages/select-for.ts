import type { EvidenceItem } from '../evidence.ts';
import type { Id } from '../ids.ts';
import { originalsWithCopies, quotesPrivately } from '../passages/passages.ts';
import type { Review } from '../review.ts';
import type { SealRecord } from '../vault-records.ts';
import { ownMay, reviewMay, sealMay } from './audience-rules.ts';
import {
  type ContentRef,
  collectionsFor,
  getsOriginals,
  historyFor,
  type LeftOutReason,
  type TravellingCollection,
  whyNot,
} from './audiences.ts';
import type { PortfolioContent, Selection, Wish } from './portfolio-content.ts';

const refOfItem = ({ id, title, startedOn }: EvidenceItem): ContentRef => ({
  collection: 'evidence',
  id,
  title,
  date: startedOn,
});
const refOfReview = ({ id, heldOn }: Review): ContentRef => ({
  collection: 'reviews',
  id,
  title: 'Review',
  date: heldOn,
});
const refOfSeal = ({ id, sealedAt }: SealRecord): ContentRef => ({
  collection: 'seals',
  id,
  title: '',
  date: sealedAt.slice(0, 10),
});

type Fate = LeftOutReason | undefined;

/** What becomes of each item. Anything but its owner's own copy has to do without what only they may read. */
function fatesOfItems(
  { audience, exclude, request }: Wish,
  content: PortfolioContent,
): ReadonlyMap<Id, Fate> {
  const { evidence, requests, unsettled } = content;
  const whole = getsOriginals(audience);
  const copied = whole ? new Set<string>() : originalsWithCopies(evidence);
  const asked = requests.find(({ id }) => id === request)?.items;
  const fate = (item: EvidenceItem): Fate => {
    if (audience === 'assessor' && asked?.includes(item.id) !== true) return 'audience';
    const fault = whyNot(item, audience);
    if (fault !== undefined) return fault;
    if (exclude.has(item.id)) return 'chosen';
    if (unsettled.has(item.id) && historyFor(audience) === 'heads') return 'two-versions';
    return quotesPrivately(item, copied) ? 'quotes-redacted' : undefined;
  };
  const fates = new Map(evidence.map((item) => [item.id, fate(item)]));
  // A file that was redacted in one item must not slip out with another where nobody redacted it.
  for (;;) {
    const going = evidence.filter(({ id }) => fates.get(id) === undefined);
    const covered = originalsWithCopies(going);
    const bare = going.filter(({ attachments }) =>
      attachments.some(
        ({ hash, redacted }) => redacted === undefined && copied.has(hash) && !covered.has(hash),
      ),
    );
    if (bare.length === 0) return fates;
    for (const { id } of bare) fates.set(id, 'redacted-elsewhere');
  }
}

/**
 * Chooses what of a portfolio an audience is given.
 * A seal goes with what it is over, and stays with it.
 */
export function selectFor(wish: Wish, content: PortfolioContent): Selection {
  const { audience, exclude } = wish;
  const { portfolio, evidence, reviews, seals, searches, own, unsettled } = content;
  const may = new Set<TravellingCollection>(collectionsFor(audience));
  const items = fatesOfItems(wish, content);
  const fateOfReview = (review: Review): Fate => {
    if (!reviewMay(wish, content, review)) return 'audience';
    if (exclude.has(review.id)) return 'chosen';
    return unsettled.has(review.id) && historyFor(audience) === 'heads' ? 'two-versions' : undefined;
  };
  const subjects: readonly (ContentRef & { readonly why: Fate })[] = [
    ...evidence.map((item) => ({ ...refOfItem(item), why: items.get(item.id) })),
    ...reviews.map((review) => ({ ...refOfReview(review), why: fateOfReview(review) })),
    ...(may.has('searches') ? searches : []).map(({ id, name }) => ({
      collection: 'searches' as const,
      id,
      title: name,
      date: '',
      why: undefined,
    })),
  ];
  // Others are not even told that there is any.
  const others = own.filter((ref) => may.has(ref.collection) && ownMay(wish, content, ref));
  const fates = new Map<string, Fate>([
    ...subjects.map(({ id, collection, why }) => [id, may.has(collection) ? why : 'audience'] as const),
    ...others.map(({ id }) => [id, undefined] as const),
  ]);
  const fateOfSeal = (seal: SealRecord): Fate => {
    if (!sealMay(wish, seal)) return 'audience';
    const isDoctors = audience === 'doctor' && seal.statement?.collection === 'evidence';
    if (isDoctors || (audience === 'self' && !fates.has(seal.subjectId))) return undefined;
    return fates.has(seal.subjectId) ? fates.get(seal.subjectId) : 'audience';
  };
  const candidates = [...subjects, ...seals.map((seal) => ({ ...refOfSeal(seal), why: fateOfSeal(seal) }))];
  const included: ContentRef[] = [
    { collection: 'portfolio', id: portfolio.id, title: portfolio.doctor.name, date: '' },
    ...others,
  ];
  const leftOut: (ContentRef & { readonly why: LeftOutReason })[] = [];
  for (const { why: fault, ...ref } of candidates) {
    const why = may.has(ref.collection) ? fault : 'audience';
    if (why === undefined) included.push(ref);
    else leftOut.push({ ...ref, why });
  }
  return { included, leftOut };
}
