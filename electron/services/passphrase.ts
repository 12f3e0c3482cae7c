import { failure } from '#shared/domain/failure.ts';

/** Shorter passphrases are refused: scrypt slows guessing down, it cannot make a short one safe. */
export const shortestPassphrase = 10;

/** Fails with WEAK_PASSPHRASE. Counts characters as people do, not UTF-16 units. */
export function refuseWeak(passphrase: string): void {
  if ([...passphrase.normalize('NFKC')].length < shortestPassphrase) {
    throw failure('WEAK_PASSPHRASE', { atLeast: shortestPassphrase });
  }
}
