import { clockOf } from '#shared/domain/coverage/clock.ts';
import type { IsoDate } from '#shared/domain/dates.ts';
import type { EvidenceItem } from '#shared/domain/evidence.ts';
import type { GuidancePack } from '#shared/domain/guidance-pack.ts';
import type { Portfolio } from '#shared/domain/portfolio.ts';
import type { Review } from '#shared/domain/review.ts';

export type Considered = {
  /** Oldest first: the order of the references E1, E2 … */
  readonly items: readonly EvidenceItem[];
  /** The first day of the pack's window, counted back from the target date. */
  readonly windowFrom: IsoDate;
  readonly inPeriod: number;
  readonly leftOut: number;
};

const lastDay = (item: EvidenceItem) => item.endedOn ?? item.startedOn;

const order = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);

/** By first day, then last day, then id: an order that does not depend on how the items were kept. */
function byDate(a: EvidenceItem, b: EvidenceItem): number {
  return order(a.startedOn, b.startedOn) || order(lastDay(a), lastDay(b)) || order(a.id, b.id);
}

/**
 * The evidence a panel had before it: what happened in the period of the review, and everything linked to a capability
 * that will still be in the pack's window on the target date, as coverage counts it: breaks and, where the pack says so,
 * part-time years reach further back. What starts after the day of the review has not happened. Drafts go to nobody.
 */
export function considered(
  evidence: readonly EvidenceItem[],
  where: { readonly portfolio: Portfolio; readonly pack: GuidancePack; readonly review: Review },
): Considered {
  const { period, heldOn } = where.review;
  const { portfolio, pack } = where;
  const windowFrom = clockOf(pack, portfolio).windowStart(portfolio.targetDate, pack.window.years, heldOn);
  const inPeriod = (item: EvidenceItem) => item.startedOn <= period.to && lastDay(item) >= period.from;
  const current = (item: EvidenceItem) => item.links.length > 0 && lastDay(item) >= windowFrom;
  const kept = evidence.filter((item) => item.trashedAt === null && item.draft !== true);
  const items = kept
    .filter((item) => item.startedOn <= heldOn && (inPeriod(item) || current(item)))
    .sort(byDate);
  return { items, windowFrom, inPeriod: items.filter(inPeriod).length, leftOut: kept.length - items.length };
}
