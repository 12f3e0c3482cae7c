import { createHash, createHmac, timingSafeEqual } from 'node:crypto';
import { z } from 'zod';
import { canonicalJson } from '#shared/domain/canonical.ts';
import { idSchema, sha256Schema } from '#shared/domain/ids.ts';
import { damaged, newer } from './faults.ts';
import { readWhole, replaceFile, writeAll } from './file-steps.ts';
import type { Files } from './files.ts';
import { base64Of } from './key-slot.ts';
import { keychainSlotSchema } from './keychain-slot.ts';
import { passphraseSlotSchema } from './passphrase-slot.ts';
import { recoverySlotSchema } from './recovery-slot.ts';
import { subkey } from './seal.ts';

export const headerName = 'vault.json';
/** The first Waymark that reads each format with a seal, so that older ones can say what is needed. */
const needed = { 2: '0.2.0', 3: '0.3.0' } as const;
type SealedFormat = keyof typeof needed;
const currentFormat = 3;

const slotSchema = z.discriminatedUnion('kind', [
  passphraseSlotSchema,
  recoverySlotSchema,
  keychainSlotSchema,
]);
export type KeySlot = Readonly<z.output<typeof slotSchema>>;
export type SlotKind = KeySlot['kind'];

const oneOfEach = (slots: readonly { readonly kind: SlotKind }[]) =>
  new Set(slots.map(({ kind }) => kind)).size === slots.length &&
  slots.some(({ kind }) => kind === 'passphrase');

/** What Waymark 0.1 wrote: passphrases alone, and nothing that vouches for the list. */
const format1Schema = z.strictObject({
  format: z.literal(1),
  needs: z.string().max(40),
  vaultId: idSchema,
  keys: z.array(passphraseSlotSchema).min(1).max(8).readonly(),
});
/** Format 3 says only that the records may hold more than 0.2 can read; the header kept its shape. */
const sealedSchema = z.strictObject({
  format: z.literal([2, 3]),
  needs: z.string().max(40),
  vaultId: idSchema,
  /** The passphrase, and at most one each of the other ways in. */
  keys: z.array(slotSchema).min(1).max(3).refine(oneOfEach, { error: 'slots' }).readonly(),
  /** HMAC-SHA-256 of everything above, under a key that only those who can open the vault have. */
  seal: base64Of(32),
});
const check = { check: sha256Schema };
const headerSchema = z.discriminatedUnion('format', [
  format1Schema.extend(check),
  sealedSchema.extend(check),
]);
export type FirstHeader = Readonly<z.output<typeof format1Schema>>;
export type SealedHeader = Readonly<z.output<typeof sealedSchema>>;
/** The only plain file of a vault: what is needed to ask for a key, and nothing else. */
export type VaultHeader = FirstHeader | SealedHeader;

const versionedSchema = z.object({ format: z.number(), needs: z.string().optional() });

/** Tells a damaged header from a wrong passphrase before any key is known. It is no protection: the seal is. */
const checkOf = (body: VaultHeader) => createHash('sha256').update(canonicalJson(body)).digest('hex');

function sealOf(dataKey: Uint8Array, body: Omit<SealedHeader, 'seal'>): Buffer {
  const key = subkey(dataKey, body.vaultId, 'header');
  return createHmac('sha256', key).update(canonicalJson(body)).digest();
}

/**
 * A header whose list of keys can be neither shortened, lengthened nor exchanged without the data key.
 * @param format today's, or an older one for a vault that has not been brought up to it yet.
 */
export function sealedHeader(
  dataKey: Uint8Array,
  vaultId: string,
  keys: SealedHeader['keys'],
  format: SealedFormat = currentFormat,
): SealedHeader {
  const body = { format, needs: needed[format], vaultId, keys } as const;
  return { ...body, seal: sealOf(dataKey, body).toString('base64') };
}

/** Checked as soon as the data key is known. Fails with VAULT_DAMAGED. Format 1 has no seal. */
export function assertSealed(dataKey: Uint8Array, header: VaultHeader): void {
  if (header.format === 1) return;
  const { seal, ...body } = header;
  if (!timingSafeEqual(sealOf(dataKey, body), Buffer.from(seal, 'base64')))
    throw damaged(headerName, 'altered');
}

/** The same ways in, in a header of today's format. */
export const broughtUp = (dataKey: Uint8Array, header: SealedHeader): SealedHeader =>
  header.format === currentFormat ? header : sealedHeader(dataKey, header.vaultId, header.keys);

type SlotOf<K extends SlotKind> = Extract<KeySlot, { readonly kind: K }>;

export const slotOf = <K extends SlotKind>(header: VaultHeader, kind: K): SlotOf<K> | undefined =>
  (header.keys as readonly KeySlot[]).find((slot): slot is SlotOf<K> => slot.kind === kind);

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw damaged(headerName, 'unreadable');
  }
}

/** Undefined when the folder has no header. Fails with VAULT_NEWER or VAULT_DAMAGED. */
export async function readHeader(files: Files, folder: string): Promise<VaultHeader | undefined> {
  const path = `${folder}/${headerName}`;
  if ((await files.size(path)) === undefined) return undefined;
  return parseHeader(await readWhole(files, path));
}

/** A header from its bytes, here or in a backup. Fails with VAULT_NEWER or VAULT_DAMAGED. */
export function parseHeader(bytes: Buffer): VaultHeader {
  const raw = parse(bytes.toString('utf8'));
  const versioned = versionedSchema.safeParse(raw);
  if (versioned.success && versioned.data.format > currentFormat) {
    throw newer(headerName, versioned.data.needs ?? `format ${versioned.data.format}`);
  }
  const header = headerSchema.safeParse(raw);
  if (!header.success) throw damaged(headerName, 'unreadable');
  const { check, ...body } = header.data;
  if (check !== checkOf(body)) throw damaged(headerName, 'altered');
  return body;
}

export const headerBytes = (body: VaultHeader): Buffer =>
  Buffer.from(`${JSON.stringify({ ...body, check: checkOf(body) }, null, 2)}\n`);

export async function writeHeader(files: Files, folder: string, body: VaultHeader): Promise<void> {
  const bytes = headerBytes(body);
  await replaceFile(files, `${folder}/${headerName}`, (file) => writeAll(file, bytes, 0));
}
