import { failure } from '#shared/domain/failure.ts';
import { passphraseLength, shortestPassphrase } from '#shared/domain/passphrase.ts';

/** Fails with WEAK_PASSPHRASE. */
export function refuseWeak(passphrase: string): void {
  if (passphraseLength(passphrase) < shortestPassphrase) {
    throw failure('WEAK_PASSPHRASE', { atLeast: shortestPassphrase });
  }
}
