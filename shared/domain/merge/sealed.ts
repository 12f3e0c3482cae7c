const isSignedReview = (value: unknown) =>
  typeof value === 'object' && value !== null && 'state' in value && value.state === 'signed';

/** Whether a version of a record is one that somebody signed: a seal always, a review once the chair has signed it. */
export function isSealed(collection: string, value: unknown): boolean {
  if (value === null || value === undefined) return false;
  return collection === 'seals' || (collection === 'reviews' && isSignedReview(value));
}
