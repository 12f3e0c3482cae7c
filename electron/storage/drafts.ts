import { createHmac } from 'node:crypto';
import { z } from 'zod';
import { isoInstantSchema } from '#shared/domain/dates.ts';
import { failure } from '#shared/domain/failure.ts';
import { createInTurn } from '#shared/domain/in-turn.ts';
import type { Draft, Drafts } from '../services/ports/keys.ts';
import type { Clock } from '../services/ports.ts';
import { damaged, newer, orStorageFailure } from './faults.ts';
import { readWhole, replaceFile, writeAll } from './file-steps.ts';
import type { Files } from './files.ts';
import { openMessage, sealMessage, subkey } from './seal.ts';

export const draftsFolder = 'drafts';
// File: magic and format digit, then the sealed draft, bound to its vault and its own name.
const magic = 'WMU';
const format = 1;
const startBytes = 4;
const fileName = /^[0-9a-f]{32}\.draft$/;

const draftSchema = z.strictObject({ key: z.string(), savedAt: isoInstantSchema, text: z.string() });

export type DraftsPlace = {
  readonly files: Files;
  readonly clock: Pick<Clock, 'now'>;
  /** The vault's folder. */
  readonly folder: string;
  readonly vaultId: string;
  readonly dataKey: Uint8Array;
  /** False while nothing may be written: an older format whose backup is still to be made. */
  readonly mayWrite?: () => boolean;
};

/**
 * Unsaved text of a vault. Names are keyed hashes, so that the folder tells nobody what is being written. `close` waits
 * for what is being kept and refuses more.
 */
export function createDrafts(place: DraftsPlace): Drafts & {
  /** Reads one file of the folder. Fails with VAULT_DAMAGED or VAULT_NEWER. */
  readonly check: (name: string) => Promise<void>;
  readonly close: () => Promise<void>;
} {
  const { files, clock, vaultId, dataKey, mayWrite = () => true } = place;
  const folder = `${place.folder}/${draftsFolder}`;
  const key = subkey(dataKey, vaultId, 'drafts');
  const nameKey = subkey(dataKey, vaultId, 'draft-names');
  const inTurn = createInTurn();
  let closed = false;

  const nameOf = (draft: string) =>
    `${createHmac('sha256', nameKey).update(draft).digest('hex').slice(0, 32)}.draft`;
  const boundTo = (name: string) => Buffer.from(`waymark/2/draft\n${vaultId}\n${name}`);

  const read = async (name: string): Promise<Draft | undefined> => {
    if ((await files.size(`${folder}/${name}`)) === undefined) return undefined;
    const shown = `${draftsFolder}/${name}`;
    const bytes = await readWhole(files, `${folder}/${name}`);
    const digit = bytes.toString('latin1', 3, startBytes);
    if (bytes.toString('latin1', 0, 3) !== magic || !/[1-9]/.test(digit)) throw damaged(shown, 'unreadable');
    if (Number(digit) > format) throw newer(shown, `draft format ${digit}`);
    const plain = openMessage(key, bytes.subarray(startBytes), boundTo(name));
    if (plain === undefined) throw damaged(shown, 'altered');
    const draft = draftSchema.safeParse(JSON.parse(plain.toString('utf8')));
    if (!draft.success || nameOf(draft.data.key) !== name) throw damaged(shown, 'invalid-record');
    return draft.data;
  };

  const ordered = <T>(work: () => Promise<T>) =>
    inTurn(() => {
      if (closed) throw failure('LOCKED', {});
      return orStorageFailure(work);
    });

  return {
    put: (draft, text) =>
      ordered(async () => {
        if (!mayWrite()) throw failure('READ_ONLY', {});
        const savedAt = clock.now().toISOString();
        const name = nameOf(draft);
        const plain = Buffer.from(JSON.stringify({ key: draft, savedAt, text }));
        const bytes = Buffer.concat([
          Buffer.from(`${magic}${format}`),
          sealMessage(key, plain, boundTo(name)),
        ]);
        await files.makeFolder(folder);
        await replaceFile(files, `${folder}/${name}`, (file) => writeAll(file, bytes, 0));
        return savedAt;
      }),
    get: (draft) => ordered(() => read(nameOf(draft))),
    list: () =>
      ordered(async () => {
        const names = ((await files.list(folder)) ?? []).filter((name) => fileName.test(name));
        const found = await Promise.all(names.map(read));
        return found
          .filter((draft) => draft !== undefined)
          .map(({ key, savedAt }) => ({ key, savedAt }))
          .sort((a, b) => b.savedAt.localeCompare(a.savedAt));
      }),
    remove: (draft) =>
      ordered(async () => {
        const path = `${folder}/${nameOf(draft)}`;
        if ((await files.size(path)) === undefined) return;
        await files.remove(path);
        await files.syncFolder(folder);
      }),
    check: (name) =>
      ordered(async () => {
        if (fileName.test(name)) await read(name);
      }),
    close: () =>
      inTurn(async () => {
        closed = true;
        key.fill(0);
        nameKey.fill(0);
      }),
  };
}
