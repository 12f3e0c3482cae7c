import type { Id } from '#shared/domain/ids.ts';
import { packageLimits } from '#shared/domain/packages/limits.ts';
import { reviewSchema } from '#shared/domain/review.ts';
import type { TravelRevision } from '#shared/domain/revisions.ts';
import { type SealRecord, sealRecordSchema } from '#shared/domain/vault-records.ts';
import type { Verdict } from '#shared/domain/verdict.ts';
import type { OpenedPackage } from '../ports/exchange.ts';
import type { PortfolioStore, Ports } from '../ports.ts';
import { overrulesSealed } from './overrules-sealed.ts';
import { judgeSigned, type ReadFile } from './sealed-review.ts';

type NotTaken = { readonly id: Id; readonly why: 'seal-missing' | 'seal-mismatch' };

/** Files from the package, or those kept here. */
function filesOf(opened: OpenedPackage, here: PortfolioStore | undefined): ReadFile {
  return async (hash) => {
    const came = opened.originals.get(hash);
    const kept = came === undefined ? await here?.blobs.read(hash) : undefined;
    const size = came?.size ?? kept?.size ?? 0;
    const bytes = opened.read(hash) ?? kept?.bytes;
    if (bytes === undefined || size > packageLimits.summary) return undefined;
    const pieces: Uint8Array[] = [];
    for await (const piece of bytes) pieces.push(Uint8Array.from(piece));
    return Buffer.concat(pieces);
  };
}

/** Every seal that came or is kept here. */
export function sealsOf(
  revisions: readonly TravelRevision[],
  here: PortfolioStore | undefined,
): readonly SealRecord[] {
  const came = revisions.flatMap(({ collection, value }) => {
    const seal = collection === 'seals' ? sealRecordSchema.safeParse(value) : undefined;
    return seal?.success === true ? [seal.data] : [];
  });
  return [...came, ...(here?.all('seals').values() ?? [])];
}

const fingerprintOf = (value: unknown) => {
  const review = reviewSchema.safeParse(value);
  return review.success ? review.data.signOff?.fingerprint : undefined;
};

const sameSigning = (before: unknown, after: unknown) => fingerprintOf(before) === fingerprintOf(after);

/**
 * Holds every signed review that came against its seal and its report. Those that came without the seal a chair's
 * signature leaves, or that are not what the seal and the report say, and those that came to take the place of a signed
 * one, are not taken: anybody could write such a review.
 */
export async function judgeReviews(
  ports: Ports,
  opened: OpenedPackage,
  revisions: readonly TravelRevision[],
  here: PortfolioStore | undefined,
): Promise<{
  readonly notTaken: readonly NotTaken[];
  /** Of each review that is taken, what the verifier says of the report of every signed version that came. */
  readonly verdicts: ReadonlyMap<Id, readonly Verdict[]>;
}> {
  const seals = sealsOf(revisions, here);
  const read = filesOf(opened, here);
  const notTaken = new Map<string, NotTaken>();
  const verdicts = new Map<Id, readonly Verdict[]>();
  const byReview = new Map<string, TravelRevision[]>();
  for (const one of revisions) {
    if (one.collection !== 'reviews') continue;
    byReview.set(one.id, [...(byReview.get(one.id) ?? []), one]);
  }
  for (const [id, came] of byReview) {
    for (const { value } of came) {
      const review = reviewSchema.safeParse(value);
      if (!review.success || (review.data.signOff === null && review.data.state !== 'signed')) continue;
      const judged = await judgeSigned(ports, review.data, seals, read);
      if (judged.fault === undefined) verdicts.set(id, [...(verdicts.get(id) ?? []), judged.verdict]);
      else notTaken.set(id, { id, why: judged.fault });
    }
    if (!notTaken.has(id) && (await overrulesSealed({ collection: 'reviews', id }, came, here, sameSigning)))
      notTaken.set(id, { id, why: 'seal-mismatch' });
  }
  for (const id of notTaken.keys()) verdicts.delete(id);
  return { notTaken: [...notTaken.values()], verdicts };
}
