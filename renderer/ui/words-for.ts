import { failureOf } from '#renderer/api/failures.ts';
import { type FailureWords, failureWords, lostWords } from '#renderer/text/failure-words.ts';

/** The words for anything caught. */
export function wordsFor(fault: unknown): FailureWords {
  const known = failureOf(fault);
  return known === null ? lostWords : failureWords(known);
}
