import { createHash } from 'node:crypto';
import { z } from 'zod';
import { canonicalJson } from '#shared/domain/canonical.ts';
import { idSchema, sha256Schema } from '#shared/domain/ids.ts';
import { damaged, newer } from './faults.ts';
import { readWhole, replaceFile, writeAll } from './file-steps.ts';
import type { Files } from './files.ts';
import { passphraseSlotSchema } from './passphrase-slot.ts';

export const headerName = 'vault.json';
const currentFormat = 1;
/** The first Waymark that reads this format. A later format names its own, so that old ones can say what is needed. */
const needs = '0.1.0';

const bodySchema = z.strictObject({
  format: z.literal(currentFormat),
  needs: z.string().max(40),
  vaultId: idSchema,
  keys: z.array(passphraseSlotSchema).min(1).max(8).readonly(),
});
const headerSchema = bodySchema.extend({ check: sha256Schema });
/** The only plain file of a vault: what is needed to ask for the passphrase, and nothing else. */
export type VaultHeader = Readonly<z.output<typeof bodySchema>>;

const versionedSchema = z.object({ format: z.number(), needs: z.string().optional() });

/** Tells a damaged header from a wrong passphrase. It is no protection: the keys themselves are authenticated. */
const checkOf = (body: VaultHeader) => createHash('sha256').update(canonicalJson(body)).digest('hex');

export const newHeader = (vaultId: string, keys: VaultHeader['keys']): VaultHeader => ({
  format: currentFormat,
  needs,
  vaultId,
  keys,
});

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
  const raw = parse((await readWhole(files, path)).toString('utf8'));
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

export async function writeHeader(files: Files, folder: string, body: VaultHeader): Promise<void> {
  const bytes = Buffer.from(`${JSON.stringify({ ...body, check: checkOf(body) }, null, 2)}\n`);
  await replaceFile(files, `${folder}/${headerName}`, (file) => writeAll(file, bytes, 0));
}
