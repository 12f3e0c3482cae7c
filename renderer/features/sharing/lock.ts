import { passphraseLength, shortestPassphrase } from '#shared/domain/passphrase.ts';

/** Who will be able to open a package. */
export type Lock = {
  readonly by: 'people' | 'passphrase';
  readonly recipients: readonly string[];
  readonly toMyself: boolean;
  readonly passphrase: string;
};

export const noLock: Lock = { by: 'people', recipients: [], toMyself: true, passphrase: '' };

/** What stands in the way of writing, in words; null when nothing does. */
export function lockFault({ by, recipients, passphrase }: Lock): string | null {
  if (by === 'people') return recipients.length === 0 ? 'Choose at least one person.' : null;
  return passphraseLength(passphrase) < shortestPassphrase
    ? `The passphrase needs at least ${shortestPassphrase} characters.`
    : null;
}

/** As `packages.write` asks for it. */
export const lockInput = ({ by, recipients, toMyself, passphrase }: Lock) =>
  by === 'people'
    ? { recipients, toMyself, passphrase: null }
    : { recipients: [], toMyself: false, passphrase };
