import { z } from 'zod';
import { isoInstantSchema } from '#shared/domain/dates.ts';
import { idSchema, sha256Schema } from '#shared/domain/ids.ts';
import type { JournalHead } from '#shared/domain/vault-records.ts';
import { type Damage, damaged, newer } from './faults.ts';
import { type Prepared, sha256 } from './revision.ts';
import { openMessage, sealMessage } from './seal.ts';

/** Which journal a line belongs to: bound into every seal, so that no line can be moved to another place. */
export type JournalPlace = { readonly vaultId: string; readonly store: string; readonly key: Uint8Array };

const lineFormat = 1;

const lineSchema = z.strictObject({
  seq: z.number().int().positive(),
  prev: sha256Schema,
  at: isoInstantSchema,
  who: idSchema,
  action: z.string(),
  changes: z.array(
    z.strictObject({
      rev: sha256Schema,
      collection: z.string(),
      id: z.string(),
      parents: z.array(sha256Schema),
      value: z.unknown(),
    }),
  ),
});
/** One user action as it stands in the journal. Values in it are not yet validated. */
export type JournalLine = z.output<typeof lineSchema>;

/** The head of a journal without lines. */
export const firstHead = ({ vaultId, store }: JournalPlace): JournalHead => ({
  entries: 0,
  hash: sha256(`waymark/1/journal\n${vaultId}\n${store}`),
});

const boundTo = ({ vaultId, store }: JournalPlace, segment: number, seq: number) =>
  Buffer.from(`waymark/1/line\n${vaultId}\n${store}\n${segment}\n${seq}`);

export type Written = { readonly bytes: Buffer; readonly head: JournalHead };

/** Seals what follows `head` into one line, newline included. */
export function encodeLine(
  place: JournalPlace,
  segment: number,
  head: JournalHead,
  meta: { readonly at: string; readonly who: string; readonly action: string },
  changes: readonly Prepared[],
): Written {
  const seq = head.entries + 1;
  const start = JSON.stringify({ seq, prev: head.hash, ...meta });
  const parts = changes.map(({ revision, content }) => `{"rev":"${revision.revision}",${content.slice(1)}`);
  const plain = Buffer.from(`${start.slice(0, -1)},"changes":[${parts.join(',')}]}`);
  const sealed = sealMessage(place.key, plain, boundTo(place, segment, seq));
  return {
    bytes: Buffer.from(`${lineFormat} ${seq} ${sealed.toString('base64')}\n`, 'latin1'),
    head: { entries: seq, hash: sha256(plain) },
  };
}

const grammar = /^([1-9][0-9]{0,8}) ([1-9][0-9]{0,14}) ([A-Za-z0-9+/]+={0,2})$/;

export type LineSource = { readonly file: string; readonly segment: number; readonly number: number };

/** Opens the line that must follow `head`. Fails with VAULT_NEWER, or VAULT_DAMAGED naming file and line. */
export function decodeLine(
  place: JournalPlace,
  head: JournalHead,
  text: string,
  source: LineSource,
): { readonly line: JournalLine; readonly head: JournalHead } {
  const fault = (what: Damage) => damaged(source.file, what, source.number);
  const [, format = '', seq = '', sealed = ''] = grammar.exec(text) ?? [];
  if (format === '') throw fault('unreadable');
  if (Number(format) > lineFormat) throw newer(source.file, `journal format ${format}`);
  if (Number(seq) !== head.entries + 1) throw fault('out-of-order');
  const bytes = Buffer.from(sealed, 'base64');
  // Base64 has spare bits in its last letter: a line must be the one spelling of its bytes.
  if (bytes.toString('base64') !== sealed) throw fault('altered');
  const plain = openMessage(place.key, bytes, boundTo(place, source.segment, Number(seq)))?.toString('utf8');
  if (plain === undefined) throw fault('altered');
  const parsed = lineSchema.safeParse(JSON.parse(plain));
  if (!parsed.success) throw fault('invalid-record');
  if (parsed.data.prev !== head.hash || parsed.data.seq !== Number(seq)) throw fault('chain-broken');
  return { line: parsed.data, head: { entries: Number(seq), hash: sha256(plain) } };
}
