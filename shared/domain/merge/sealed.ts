const hasState = (value: unknown, state: string) =>
  typeof value === 'object' && value !== null && 'state' in value && value.state === state;

/**
 * Whether a version of a record is one that somebody signed: a seal always, a review once the chair has signed it, a
 * supervisor's report once its author has sealed it.
 */
export function isSealed(collection: string, value: unknown): boolean {
  if (value === null || value === undefined) return false;
  if (collection === 'reviews') return hasState(value, 'signed');
  return collection === 'seals' || (collection === 'supervisorReports' && hasState(value, 'sealed'));
}
