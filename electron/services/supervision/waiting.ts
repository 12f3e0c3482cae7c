import { type Arrivals, createArrivals } from '#shared/domain/supervision/arrivals.ts';
import type { PersonOnRecord } from '#shared/domain/supervision/person.ts';
import { ownFeedback, queueOrder, type WaitingItem, whyWaiting } from '#shared/domain/supervision/waiting.ts';
import { lineLogOf } from '../history/line-log.ts';
import type { PortfolioStore } from '../ports.ts';
import type { OpenPortfolio } from '../session.ts';
import { createRests } from '../slices.ts';

const kept = new WeakMap<PortfolioStore, Arrivals>();

/** When evidence and feedback came, by the whole journal: read once, then line by line. */
export async function arrivalsOf(store: PortfolioStore): Promise<Arrivals> {
  const arrivals = kept.get(store) ?? createArrivals();
  kept.set(store, arrivals);
  const { entries } = store.head();
  if (arrivals.upTo() < entries) arrivals.take((await lineLogOf(store).newest(entries)).toReversed());
  return arrivals;
}

/** What waits for somebody in a portfolio, in the order it is gone through. */
export async function waitingFor(
  { store, feedback }: OpenPortfolio,
  me: Pick<PersonOnRecord, 'name' | 'gmcNumber'>,
): Promise<readonly WaitingItem[]> {
  const arrivals = await arrivalsOf(store);
  const found: WaitingItem[] = [];
  const rest = createRests();
  for (const item of [...store.all('evidence').values()]) {
    await rest();
    const own = ownFeedback(feedback.of(item.id), me);
    const why = whyWaiting(item, own, feedback.isPresent);
    if (why === null) continue;
    const last = own.at(-1) ?? null;
    const after = last === null ? 0 : (arrivals.lineOf('feedback', last.id) ?? 0);
    // Where the journal cannot say, the item's own date is as near as one can come.
    const since = arrivals.firstAfter(item.id, after) ?? item.updatedAt.slice(0, 10);
    found.push({ item, why, last, since });
  }
  return found.sort(queueOrder);
}
