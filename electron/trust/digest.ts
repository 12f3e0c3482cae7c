import { createHash } from 'node:crypto';
import type { Sha256 } from '#shared/domain/ids.ts';

/** SHA-256 in lower-case hexadecimal. */
export const sha256Of = (bytes: Uint8Array): Sha256 => createHash('sha256').update(bytes).digest('hex');

/** SHA-256 of some bytes one after another. */
export function digestOf(...parts: readonly Uint8Array[]): Buffer {
  const hash = createHash('sha256');
  for (const part of parts) hash.update(part);
  return hash.digest();
}
