import { newHeader, openHeader } from '#electron/exchange/age/header.ts';
import { openPayload, sealPayload } from '#electron/exchange/age/payload.ts';
import { type ByteSource, wholeOf } from '#electron/exchange/byte-source.ts';
import type { PackageKeys, PackageLock } from '#electron/services/ports/exchange.ts';

export const sourceOf = (bytes: Uint8Array): ByteSource => ({
  size: bytes.length,
  read: async (position, length) => bytes.subarray(position, position + length),
});

export async function* pieces(bytes: Uint8Array, size = 100_003): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}

/** @param inNode whether Node's own cipher is used, or the one for Electron. */
export async function sealedAge(plain: Uint8Array, lock: PackageLock, inNode: boolean): Promise<Buffer> {
  const { start, nonce, fileKey } = await newHeader(lock);
  const parts: Uint8Array[] = [start];
  for await (const part of sealPayload(pieces(plain), fileKey, nonce, inNode)) parts.push(Buffer.from(part));
  return Buffer.concat(parts);
}

export async function openedAge(bytes: Uint8Array, keys: PackageKeys, inNode: boolean): Promise<Buffer> {
  const source = sourceOf(bytes);
  const { fileKey, at } = await openHeader(source, keys);
  const plain = await openPayload(source, at, fileKey, inNode);
  return wholeOf(plain, 0, plain.size);
}
