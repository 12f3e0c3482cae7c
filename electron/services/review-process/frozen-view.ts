import type { Services } from '#shared/contract/services.ts';
import type { EvidenceItem } from '#shared/domain/evidence.ts';
import type { Review } from '#shared/domain/review.ts';
import { frozenOf } from '../panel/frozen.ts';
import type { Ports } from '../ports.ts';
import type { OpenPortfolio } from '../session.ts';
import { lateItems } from './late.ts';
import { handedInFor } from './where.ts';

type FrozenView = Awaited<ReturnType<Services['reviewProcess']['snapshotOf']>>;

const byDay = (a: EvidenceItem, b: EvidenceItem) =>
  b.startedOn.localeCompare(a.startedOn) || a.title.localeCompare(b.title, 'en-GB');

/** What was handed in for a review, as it was then; null where nothing was. */
export async function frozenView(
  ports: Ports,
  portfolio: OpenPortfolio,
  review: Review,
): Promise<FrozenView> {
  const { store } = portfolio;
  const handedIn = handedInFor(ports, store, review);
  if (handedIn === undefined) return null;
  const { snapshot } = handedIn;
  const { items, missing, coverage } = await frozenOf(portfolio, snapshot);
  const since = new Map(lateItems(store, snapshot).map(({ id, change }) => [id, change]));
  return {
    snapshot: snapshot.id,
    at: snapshot.at,
    on: snapshot.on,
    items: [...items.values()].sort(byDay).map((item) => {
      const change = since.get(item.id);
      return {
        id: item.id,
        title: item.title,
        type: item.type,
        startedOn: item.startedOn,
        capabilities: [...new Set(item.links.map(({ capability }) => capability))],
        files: item.attachments.length,
        since: change === undefined || change === 'added' ? null : change,
      };
    }),
    missing,
    coverage,
  };
}
