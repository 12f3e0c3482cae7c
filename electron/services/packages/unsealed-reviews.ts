import { type Review, reviewSchema } from '#shared/domain/review.ts';
import type { TravelRevision } from '#shared/domain/revisions.ts';
import { type SealRecord, sealRecordSchema } from '#shared/domain/vault-records.ts';
import type { OpenedPackage } from '../ports/exchange.ts';
import type { PortfolioStore, Ports } from '../ports.ts';

type NotTaken = { readonly review: Review; readonly why: 'seal-missing' | 'seal-mismatch' };

async function textOf(bytes: AsyncIterable<Uint8Array> | undefined): Promise<string | undefined> {
  if (bytes === undefined) return undefined;
  const decoder = new TextDecoder();
  let text = '';
  for await (const piece of bytes) text += decoder.decode(piece, { stream: true });
  return text + decoder.decode();
}

function sealsOf(
  revisions: readonly TravelRevision[],
  here: PortfolioStore | undefined,
): readonly SealRecord[] {
  const came = revisions.flatMap(({ collection, value }) => {
    const seal = collection === 'seals' ? sealRecordSchema.safeParse(value) : undefined;
    return seal?.success === true ? [seal.data] : [];
  });
  return [...came, ...(here?.all('seals').values() ?? [])];
}

/**
 * Signed reviews that came without the seal a chair's signature leaves, or with one that is not over the data of their
 * report: anybody could write such a review, so it is not taken over.
 */
export async function unsealedReviews(
  ports: Ports,
  opened: OpenedPackage,
  revisions: readonly TravelRevision[],
  here: PortfolioStore | undefined,
): Promise<readonly NotTaken[]> {
  const seals = sealsOf(revisions, here);
  const notTaken = new Map<string, NotTaken>();
  for (const { collection, value } of revisions) {
    const review = collection === 'reviews' ? reviewSchema.safeParse(value) : undefined;
    if (review?.success !== true || review.data.signOff === null) continue;
    const { id, signOff } = review.data;
    const mine = seals.filter(
      ({ subject, subjectId, fingerprint }) =>
        subject === 'review-outcome' && subjectId === id && fingerprint === signOff.fingerprint,
    );
    const model = await textOf(opened.read(signOff.model) ?? (await here?.blobs.read(signOff.model))?.bytes);
    const sealed =
      model !== undefined &&
      mine.some(({ signature, certificates }) =>
        ports.signers.verifySeal(model, signature, certificates[0] ?? ''),
      );
    if (!sealed)
      notTaken.set(id, { review: review.data, why: mine.length === 0 ? 'seal-missing' : 'seal-mismatch' });
  }
  return [...notTaken.values()];
}
