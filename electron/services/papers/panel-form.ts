import type { CoverageMap } from '#shared/domain/coverage/types.ts';
import { failure } from '#shared/domain/failure.ts';
import type { Id } from '#shared/domain/ids.ts';
import { type PanelForm, shortOfReview } from '#shared/domain/programme/papers.ts';
import type { Review } from '#shared/domain/review.ts';
import { handedIn } from '#shared/domain/review-process/handed-in.ts';
import { frozenOf } from '../panel/frozen.ts';
import type { Ports } from '../ports.ts';
import { previousActionsOf } from '../reviews.ts';
import { type OpenPortfolio, portfolioOf, type Session } from '../session.ts';
import { outcomesOf } from '../settings.ts';
import { letterheadNow, stepsUpTo } from './around-review.ts';
import { keptPdf } from './companions.ts';
import { logoNamed } from './letterhead.ts';

const counted = (count: number, one: string, many = `${one}s`) => `${count} ${count === 1 ? one : many}`;

type Seen = { readonly coverage: CoverageMap; readonly items: number; readonly verified: number };

/** What was handed in for a review; what the portfolio holds where nothing was. */
async function seenBy(portfolio: OpenPortfolio, review: Review): Promise<Seen> {
  const { store } = portfolio;
  const given = handedIn(stepsUpTo(store, review), store.all('snapshots'));
  const frozen = given === undefined ? undefined : await frozenOf(portfolio, given.last);
  const items = [...(frozen?.items ?? store.all('evidence')).values()].filter(
    ({ trashedAt, draft }) => trashedAt === null && draft !== true,
  );
  return {
    coverage: frozen?.coverage ?? portfolio.coverage().map(review.heldOn),
    items: items.length,
    verified: items.filter(({ verification }) => verification !== null).length,
  };
}

function factsOf({ coverage }: Seen, code: string): string {
  const line = coverage.capabilities.find((one) => one.code === code);
  if (line === undefined) return '';
  const { items, inWindow, verified, expectations } = line;
  const met = expectations.filter((rule) => rule.met).length;
  const counts = expectations.length === 0 ? '' : ` Counts met: ${met} of ${expectations.length}.`;
  return `${counted(items, 'item')} linked, ${inWindow} in the window, ${verified} verified.${counts}`;
}

/** @param review null for a blank form of the portfolio's guidance. */
async function formOf(
  ports: Ports,
  session: Session,
  portfolio: OpenPortfolio,
  review: Review | null,
): Promise<PanelForm> {
  const { pack, store } = portfolio;
  const { doctor, employer, sample, targetDate } = portfolioOf(store);
  const seen = review === null ? null : await seenBy(portfolio, review);
  const about = {
    specialty: pack.specialty,
    capabilityName: pack.capabilityName,
    outcomes: outcomesOf(session.vault()),
    madeOn: ports.clock.today(),
    madeBy: `Waymark ${ports.version}`,
    programme: letterheadNow(session.vault()).programme,
    capabilities: pack.capabilities.map(({ code, title }) => ({
      code,
      title,
      facts: seen === null ? '' : factsOf(seen, code),
    })),
  };
  if (review === null || seen === null) {
    const unknown = { doctor: null, heldOn: null, period: null, targetDate: null };
    const empty = { place: '', evidence: '', panel: [], previousActions: [], sample: false };
    return { ...about, ...unknown, ...empty, review: null, short: '' };
  }
  return {
    ...about,
    review: review.id,
    short: shortOfReview(review.id),
    doctor: { ...doctor, employer },
    sample,
    heldOn: review.heldOn,
    place: review.place,
    period: review.period,
    targetDate,
    evidence: `${counted(seen.items, 'item')}, ${seen.verified} verified`,
    panel: review.panel.map(({ name, role }) => ({ name, role })),
    previousActions: previousActionsOf(portfolio, review).map(({ what, owner, dueOn, capability }) => ({
      what,
      owner,
      dueOn,
      capability,
    })),
  };
}

/** The PDF of a form, for one review or blank. */
export async function panelFormPdf(
  ports: Ports,
  session: Session,
  portfolio: OpenPortfolio,
  review: Review | null,
  signal?: AbortSignal,
): Promise<Uint8Array> {
  const form = await formOf(ports, session, portfolio, review);
  const logo = logoNamed(session.vault(), form.programme?.logo?.sha256);
  return ports.bindery.paper({ kind: 'panel-form', form }, logo, signal);
}

export function panelFormPart(ports: Ports, session: Session) {
  return {
    panelForm: async ({ portfolioId, id }: { readonly portfolioId: Id; readonly id: Id | null }) => {
      const portfolio = await session.portfolio(portfolioId);
      const review = id === null ? null : portfolio.store.get('reviews', id);
      if (review === undefined) throw failure('NOT_FOUND', { what: 'review' });
      const title =
        review === null
          ? `Panel form, ${portfolio.pack.specialty}`
          : `Panel form, ${portfolioOf(portfolio.store).doctor.name} ${review.heldOn}`;
      return keptPdf(ports, title, await panelFormPdf(ports, session, portfolio, review));
    },
  };
}
