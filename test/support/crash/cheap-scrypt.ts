import type { createHmac, ScryptOptions } from 'node:crypto';

type Done = (error: Error | null, key: Buffer) => void;

/**
 * For tests that open a vault thousands of times: node's crypto with a quick stand-in for scrypt, bound to the same inputs.
 * `vi.mock('node:crypto', async (original) => withCheapScrypt(await original()))`. Nothing here may import node's crypto
 * itself: it would wait for its own replacement.
 */
export function withCheapScrypt<T extends { readonly createHmac: typeof createHmac }>(crypto: T): T {
  const scrypt = (secret: string, salt: Buffer, length: number, options: ScryptOptions, done: Done) => {
    const { N, r, p } = options;
    const key = crypto
      .createHmac('sha256', salt)
      .update(JSON.stringify([secret, N, r, p]))
      .digest();
    setImmediate(() => done(null, key.subarray(0, length)));
  };
  return { ...crypto, scrypt };
}
