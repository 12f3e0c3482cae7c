import { failure } from '#shared/domain/failure.ts';
import type { Id } from '#shared/domain/ids.ts';
import { type ReportModel, reportModelSchema } from '#shared/domain/report-model.ts';
import type { Review } from '#shared/domain/review.ts';
import { readReport } from '../read-pdf.ts';
import type { OpenPortfolio } from '../session.ts';

export type SignedReview = Review & { readonly signOff: NonNullable<Review['signOff']> };

/** A review that its chair has signed. Fails with NOT_FOUND and REVIEW_STATE. */
export function signedReview({ store }: OpenPortfolio, id: Id): SignedReview {
  const review = store.get('reviews', id);
  if (review === undefined) throw failure('NOT_FOUND', { what: 'review' });
  const { signOff, state } = review;
  if (signOff === null) throw failure('REVIEW_STATE', { state });
  return { ...review, signOff };
}

/** The data of a signed report, as it was signed. Fails with NOT_FOUND where its file is not kept here. */
export async function signedModel({ store }: OpenPortfolio, { signOff }: SignedReview): Promise<ReportModel> {
  const bytes = await readReport(store.blobs, signOff.model);
  return reportModelSchema.parse(JSON.parse(new TextDecoder().decode(bytes)));
}
