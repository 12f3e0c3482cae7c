import type { LineAbout } from '#shared/domain/history.ts';
import type { Sha256 } from '#shared/domain/ids.ts';
import type { JournalHead } from '#shared/domain/vault-records.ts';
import { type Damage, damaged, newer } from './faults.ts';
import { type JournalLine, type KnownName, lineSchemas } from './line-schema.ts';
import { currentFormat } from './migrations/registry.ts';
import { type Prepared, sha256 } from './revision.ts';
import { openMessage, sealMessage } from './seal.ts';

/** Which journal a line belongs to: bound into every seal, so that no line can be moved to another place. */
export type JournalPlace = { readonly vaultId: string; readonly store: string; readonly key: Uint8Array };

/** What a line says of itself. */
export type LineMeta = {
  readonly at: string;
  readonly who: string;
  readonly action: string;
  readonly about?: LineAbout | undefined;
};

/** The head of a journal without lines. */
export const firstHead = ({ vaultId, store }: JournalPlace): JournalHead => ({
  entries: 0,
  hash: sha256(`waymark/1/journal\n${vaultId}\n${store}`),
});

// The format is bound too: a line cannot be passed off as one of another.
const boundTo = ({ vaultId, store }: JournalPlace, format: number, segment: number, seq: number) =>
  Buffer.from(`waymark/${format}/line\n${vaultId}\n${store}\n${segment}\n${seq}`);

export type Written = { readonly bytes: Buffer; readonly head: JournalHead };

/** Seals what follows `head` into one line, newline included. */
export function encodeLine(
  place: JournalPlace,
  segment: number,
  head: JournalHead,
  meta: LineMeta,
  changes: readonly Prepared[],
  known: readonly KnownName[] = [],
): Written {
  const seq = head.entries + 1;
  const { about = {}, ...rest } = meta;
  const start = JSON.stringify({
    seq,
    prev: head.hash,
    ...rest,
    ...(Object.keys(about).length > 0 ? { about } : {}),
    ...(known.length > 0 ? { known } : {}),
  });
  const parts = changes.map(({ revision, content, marks }) => {
    const said = marks === undefined ? '' : `${JSON.stringify(marks).slice(1, -1)},`;
    return `{"rev":"${revision.revision}",${said}${content.slice(1)}`;
  });
  const plain = Buffer.from(`${start.slice(0, -1)},"changes":[${parts.join(',')}]}`);
  const sealed = sealMessage(place.key, plain, boundTo(place, currentFormat, segment, seq));
  return {
    bytes: Buffer.from(`${currentFormat} ${seq} ${sealed.toString('base64')}\n`, 'latin1'),
    head: { entries: seq, hash: sha256(plain) },
  };
}

const grammar = /^([1-9][0-9]{0,8}) ([1-9][0-9]{0,14}) ([A-Za-z0-9+/]+={0,2})$/;

/** Where a line was found: its file as told to the user, and which line of it, where that is known. */
export type LineSource = { readonly file: string; readonly segment: number; readonly number?: number };

/** A line whose seal is sound, with the format it was written in and the hash the next line must name. */
export type OpenedLine = { readonly line: JournalLine; readonly format: number; readonly hash: Sha256 };

/** Opens one line by itself, wherever it stands. Fails with VAULT_NEWER, or VAULT_DAMAGED naming file and line. */
export function openLine(place: JournalPlace, text: string, source: LineSource): OpenedLine {
  const fault = (what: Damage) => damaged(source.file, what, source.number);
  const [, digits = '', seq = '', sealed = ''] = grammar.exec(text) ?? [];
  if (digits === '') throw fault('unreadable');
  const format = Number(digits);
  if (format > currentFormat) throw newer(source.file, `journal format ${digits}`);
  const schema = lineSchemas[format];
  if (schema === undefined) throw fault('unreadable');
  const bytes = Buffer.from(sealed, 'base64');
  // Base64 has spare bits in its last letter: a line must be the one spelling of its bytes.
  if (bytes.toString('base64') !== sealed) throw fault('altered');
  const bound = boundTo(place, format, source.segment, Number(seq));
  const plain = openMessage(place.key, bytes, bound)?.toString('utf8');
  if (plain === undefined) throw fault('altered');
  const parsed = schema.safeParse(JSON.parse(plain));
  if (!parsed.success) throw fault('invalid-record');
  if (parsed.data.seq !== Number(seq)) throw fault('chain-broken');
  return { line: parsed.data, format, hash: sha256(plain) };
}

/** Opens the line that must follow `head`. Fails with VAULT_NEWER, or VAULT_DAMAGED naming file and line. */
export function decodeLine(
  place: JournalPlace,
  head: JournalHead,
  text: string,
  source: LineSource,
): { readonly line: JournalLine; readonly format: number; readonly head: JournalHead } {
  // What the line calls itself is looked at first: a line in the wrong place is not one that was altered.
  const [, digits = '', seq] = grammar.exec(text) ?? [];
  const next = head.entries + 1;
  if (seq !== undefined && Number(digits) <= currentFormat && Number(seq) !== next) {
    throw damaged(source.file, 'out-of-order', source.number);
  }
  const { line, format, hash } = openLine(place, text, source);
  if (line.prev !== head.hash) throw damaged(source.file, 'chain-broken', source.number);
  return { line, format, head: { entries: next, hash } };
}
