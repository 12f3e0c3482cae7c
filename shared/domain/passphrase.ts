/** Shorter passphrases are refused: scrypt slows guessing down, it cannot make a short one safe. */
export const shortestPassphrase = 10;

/** Counts characters as people do, not UTF-16 units. */
export const passphraseLength = (passphrase: string): number => [...passphrase.normalize('NFKC')].length;
