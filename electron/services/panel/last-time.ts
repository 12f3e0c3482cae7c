import { isFailure } from '#shared/domain/failure.ts';
import { newestFirst } from '#shared/domain/open-actions.ts';
import type { LastTime } from '#shared/domain/panel/brief.ts';
import { toldByReport } from '#shared/domain/panel/told.ts';
import type { Review } from '#shared/domain/review.ts';
import { currentReviews } from '#shared/domain/review-process/current.ts';
import type { PortfolioStore } from '../ports.ts';
import { readReport } from '../read-pdf.ts';

type Told = LastTime['coverage'];
// Kept files never change.
const read = new WeakMap<PortfolioStore, Map<string, Told>>();

/** How coverage stood, by the model of a signed report; empty where it is not kept here or cannot be read. */
async function toldBy(store: PortfolioStore, model: string): Promise<Told> {
  const known = read.get(store) ?? new Map<string, Told>();
  read.set(store, known);
  const before = known.get(model);
  if (before !== undefined) return before;
  const bytes = await readReport(store.blobs, model).catch((thrown: unknown) => {
    if (isFailure(thrown)) return undefined;
    throw thrown;
  });
  const told = bytes === undefined ? undefined : toldByReport(new TextDecoder().decode(bytes));
  if (told === undefined) return new Map();
  known.set(model, told);
  return told;
}

/** Signed reviews before this one that count, the latest first. */
export function reviewsBefore(store: PortfolioStore, review: Review): readonly Review[] {
  return currentReviews(store.all('reviews').values(), store.all('steps').values())
    .filter((other) => other.id !== review.id && other.state === 'signed' && newestFirst(other, review) > 0)
    .sort(newestFirst);
}

export async function lastTimeOf(store: PortfolioStore, [last]: readonly Review[]): Promise<LastTime | null> {
  if (last === undefined) return null;
  const model = last.signOff?.model;
  return { review: last, coverage: model === undefined ? new Map() : await toldBy(store, model) };
}
