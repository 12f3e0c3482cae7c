import { createInTurn } from '#shared/domain/in-turn.ts';
import { type SealedHeads, sealedHeadsSchema } from '#shared/domain/sealed-heads.ts';
import { damaged, newer } from './faults.ts';
import { readWhole, replaceFile, writeAll } from './file-steps.ts';
import type { Files } from './files.ts';
import { openMessage, sealMessage, subkey } from './seal.ts';

export const headsName = 'heads';
// File: magic and format digit, then one sealed message of JSON.
const magic = 'WMH';
const format = 1;

export type HeadsKey = { readonly vaultId: string; readonly key: Uint8Array };
export type HeadsPlace = HeadsKey & { readonly folder: string };

export const headsKey = (dataKey: Uint8Array, vaultId: string): HeadsKey => ({
  vaultId,
  key: subkey(dataKey, vaultId, 'heads'),
});

const boundTo = (vaultId: string) => Buffer.from(`waymark/1/heads\n${vaultId}`);

/** The file's bytes as heads. Fails with VAULT_DAMAGED or VAULT_NEWER. */
export function decodeHeads(place: HeadsKey, bytes: Buffer): SealedHeads {
  const digit = bytes.toString('latin1', 3, 4);
  if (bytes.toString('latin1', 0, 3) !== magic || !/[1-9]/.test(digit))
    throw damaged(headsName, 'unreadable');
  if (Number(digit) > format) throw newer(headsName, `heads format ${digit}`);
  const plain = openMessage(place.key, bytes.subarray(4), boundTo(place.vaultId));
  if (plain === undefined) throw damaged(headsName, 'altered');
  const heads = sealedHeadsSchema.safeParse(JSON.parse(plain.toString('utf8')));
  if (!heads.success || heads.data.vaultId !== place.vaultId) throw damaged(headsName, 'invalid-record');
  return heads.data;
}

/** Undefined when heads were never sealed here. Fails with VAULT_DAMAGED or VAULT_NEWER. */
export async function readHeads(files: Files, place: HeadsPlace): Promise<SealedHeads | undefined> {
  const path = `${place.folder}/${headsName}`;
  if ((await files.size(path)) === undefined) return undefined;
  return decodeHeads(place, await readWhole(files, path));
}

async function writeHeads(files: Files, place: HeadsPlace, heads: SealedHeads): Promise<void> {
  const sealed = sealMessage(place.key, Buffer.from(JSON.stringify(heads)), boundTo(place.vaultId));
  const bytes = Buffer.concat([Buffer.from(`${magic}${format}`), sealed]);
  await replaceFile(files, `${place.folder}/${headsName}`, (file) => writeAll(file, bytes, 0));
}

/** The vault's last sealed heads, in memory and on disk. */
export async function openHeads(files: Files, place: HeadsPlace) {
  let sealed = await readHeads(files, place);
  const inTurn = createInTurn();
  return {
    sealed: () => sealed,
    keep: (heads: SealedHeads) =>
      inTurn(async () => {
        await writeHeads(files, place, heads);
        sealed = heads;
      }),
  };
}
