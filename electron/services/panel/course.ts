import type { IsoDate } from '#shared/domain/dates.ts';
import { standingsOf } from '#shared/domain/panel/members.ts';
import type { Review } from '#shared/domain/review.ts';
import { lineageOf } from '#shared/domain/review-process/current.ts';
import type { Sheet } from '#shared/domain/review-process/sheet.ts';
import type { Snapshot } from '#shared/domain/review-process/snapshot.ts';
import { stateOf } from '#shared/domain/review-process/standing.ts';
import type { OpenPortfolio } from '../session.ts';
import { portfolioOf } from '../session.ts';
import { type Frozen, frozenOf } from './frozen.ts';
import { refuse } from './own-sheet.ts';

/** How far a review has come, as far as the panel's own work rests on it. */
export type PanelCourse = {
  /** The review the members' sheets belong to: itself, or the first of those it stands in place of. */
  readonly sheetsOf: Review;
  /** What was handed in; undefined: nothing yet. */
  readonly snapshot: Snapshot | undefined;
  readonly compared: boolean;
  /** Whether members may write into their own sheets today. */
  readonly writing: boolean;
};

export function courseOf({ store }: OpenPortfolio, review: Review, today: IsoDate): PanelCourse {
  const steps = [...store.all('steps').values()];
  const lineage = lineageOf(review, (id) => store.get('reviews', id));
  const standings = lineage.map((one) => stateOf(one, steps, today));
  const snapshotId = standings.map(({ course }) => course.snapshot).find((id) => id !== null);
  const compared = standings.some(({ course }) => course.compared);
  const state = standings[0]?.state;
  return {
    sheetsOf: lineage.at(-1) ?? review,
    snapshot: snapshotId == null ? undefined : store.get('snapshots', snapshotId),
    compared,
    writing: !compared && (state === 'open' || state === 'drafted'),
  };
}

/** What was handed in, as it was then. Fails with PANEL_REFUSED where there is nothing. */
export async function handedIn(portfolio: OpenPortfolio, { snapshot }: PanelCourse): Promise<Frozen> {
  if (snapshot === undefined) throw refuse('not-handed-in');
  return frozenOf(portfolio, snapshot);
}

export const sheetsFor = ({ store }: OpenPortfolio, { sheetsOf }: PanelCourse): readonly Sheet[] =>
  [...store.all('sheets').values()].filter((sheet) => sheet.review === sheetsOf.id);

/** Where every member stands. @param report whose author counts as the doctor's supervisor; null: none was handed in. */
export const standingsFor = (
  portfolio: OpenPortfolio,
  review: Review,
  course: PanelCourse,
  report: Frozen['report'],
) =>
  standingsOf({ id: course.sheetsOf.id, panel: review.panel }, sheetsFor(portfolio, course), {
    doctor: portfolioOf(portfolio.store).doctor,
    supervisor: report?.author ?? null,
  });
