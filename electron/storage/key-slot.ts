import { z } from 'zod';
import { canonicalJson } from '#shared/domain/canonical.ts';
import { keyBytes, nonceBytes, tagBytes } from './seal.ts';

/** Base64 of so many bytes, in the one spelling there is for them: two headers that mean the same are the same. */
export const base64Of = (least: number, most = least) =>
  z.string().refine(
    (text) => {
      const bytes = Buffer.from(text, 'base64');
      return bytes.length >= least && bytes.length <= most && bytes.toString('base64') === text;
    },
    { error: 'base64' },
  );

export const saltBytes = 32;
export const saltSchema = base64Of(saltBytes);
/** The data key, sealed: nonce, key, tag. */
export const wrappedSchema = base64Of(nonceBytes + keyBytes + tagBytes);
/** For secrets that are random to begin with: nothing is gained by making their derivation slow. */
export const hkdfSchema = z.strictObject({ name: z.literal('hkdf-sha256'), salt: saltSchema });

/** All a slot says of itself is authenticated with the key in it: change any of it and the slot refuses to open. */
export function boundToSlot(vaultId: string, slot: { readonly kind: string; readonly wrapped?: string }) {
  const { wrapped: _, ...about } = slot;
  return Buffer.from(canonicalJson({ purpose: 'waymark/2/data-key', vaultId, slot: about }));
}
