import type { createHmac, ScryptOptions, scrypt } from 'node:crypto';

type Done = (error: Error | null, key: Buffer) => void;
type Needed = { readonly createHmac: typeof createHmac; readonly scrypt: typeof scrypt };

/**
 * For tests that open vaults thousands of times: node's crypto with a quick stand-in for scrypt, bound to the same inputs.
 * Put in place by `quick-scrypt.ts`. Nothing here may import node's crypto itself: it would wait for its own replacement.
 * @param real salts (base64) for which scrypt itself is asked, once: those of a vault that is already there.
 */
export function withCheapScrypt<T extends Needed>(crypto: T, real: readonly string[] = []): T {
  const known = new Map<string, Buffer>();
  const quick = (secret: string, salt: Buffer, length: number, options: ScryptOptions, done: Done) => {
    const { N, r, p } = options;
    const asked = JSON.stringify([secret, salt.toString('base64'), N, r, p]);
    const key = known.get(asked);
    if (key === undefined && real.includes(salt.toString('base64'))) {
      crypto.scrypt(secret, salt, length, options, (error, derived) => {
        known.set(asked, Buffer.from(derived));
        done(error, derived);
      });
      return;
    }
    const stand = crypto.createHmac('sha256', salt).update(asked).digest().subarray(0, length);
    // A copy: whoever asked wipes it after use.
    setImmediate(() => done(null, Buffer.from(key ?? stand)));
  };
  return { ...crypto, scrypt: quick };
}
