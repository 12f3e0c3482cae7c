import { randomBytes } from 'node:crypto';

/** What is kept of a fault: a reference the user can quote, what kind of error, and where. Never a message. */
export type FailureEntry = { readonly reference: string; readonly error: string; readonly at: string };
export type FailureLog = (entry: FailureEntry) => void;

/** Ten hex digits, short enough to read out over the telephone. */
export const newReference = (): string => randomBytes(5).toString('hex').toUpperCase();

/** A name is anything a thrower cares to set, so only what looks like an error class may reach the log. */
const className = /^[A-Z][A-Za-z0-9]{0,40}(?:Error|Exception)$/;

/** The kind of what was thrown, safe to log. */
export function errorName(thrown: unknown): string {
  if (!(thrown instanceof Error)) return thrown === null ? 'null' : typeof thrown;
  return className.test(thrown.name) ? thrown.name : 'Error';
}
