import type { PdfDocument } from './document.ts';
import { pdfFault } from './fault.ts';
import { dictOf, nameOf, type PdfDict, type PdfRef, type PdfValue, withEntries } from './values.ts';
import { writeValue } from './write-value.ts';

/** An object to add or replace: a value, or ready-made source for what stands between `obj` and `endobj`. */
export type RevisedObject = {
  readonly ref: PdfRef;
  readonly body: PdfValue | { readonly source: string };
};
/** The whole new file, and where each new object's body begins in it. */
export type AppendedRevision = {
  readonly bytes: Uint8Array;
  readonly bodyAt: ReadonlyMap<number, number>;
};

const sourceOf = (body: RevisedObject['body']): string =>
  typeof body === 'object' && body !== null && 'source' in body ? body.source : writeValue(body);

/** Runs of neighbouring object numbers, as cross-references group them. */
function runsOf<T extends { readonly number: number }>(entries: readonly T[]): readonly (readonly T[])[] {
  const runs: T[][] = [];
  for (const entry of entries.toSorted((a, b) => a.number - b.number)) {
    const last = runs.at(-1);
    if (last !== undefined && last.at(-1)?.number === entry.number - 1) last.push(entry);
    else runs.push([entry]);
  }
  return runs;
}

type Placed = { readonly number: number; readonly generation: number; readonly offset: number };

const carried = (trailer: PdfDict): Readonly<Record<string, PdfValue>> =>
  Object.fromEntries([...trailer.entries].filter(([key]) => ['Root', 'Info', 'ID'].includes(key)));

function tableSource(placed: readonly Placed[], trailer: PdfDict): string {
  const pad = (value: number, width: number) => String(value).padStart(width, '0');
  const runs = runsOf(placed).map((run) => {
    const lines = run.map((entry) => `${pad(entry.offset, 10)} ${pad(entry.generation, 5)} n \n`);
    return `${run[0]?.number} ${run.length}\n${lines.join('')}`;
  });
  return `xref\n${runs.join('')}trailer\n${writeValue(trailer)}\n`;
}

/** The same as a stream; uncompressed, and listing itself. Entries are 1 + 4 + 2 bytes. */
function streamSource(placed: readonly Placed[], self: Placed, trailer: PdfDict): Buffer {
  const runs = runsOf([...placed, self]);
  const data = Buffer.concat(
    runs.flat().map((entry) => {
      const row = Buffer.alloc(7);
      row.writeUInt8(1, 0);
      row.writeUInt32BE(entry.offset, 1);
      row.writeUInt16BE(entry.generation, 5);
      return row;
    }),
  );
  const numbers = runs.flatMap((run) => [run[0]?.number ?? 0, run.length]);
  const dict = withEntries(trailer, {
    Type: nameOf('XRef'),
    W: { kind: 'array', items: [1, 4, 2] },
    Index: { kind: 'array', items: numbers },
    Length: data.length,
  });
  return Buffer.concat([
    Buffer.from(`${self.number} 0 obj\n${writeValue(dict)}\nstream\n`, 'latin1'),
    data,
    Buffer.from('\nendstream\nendobj\n', 'latin1'),
  ]);
}

/**
 * Appends one revision to a PDF, leaving every earlier byte as it was. Cross-references keep the file's own form.
 * @param objects what the revision adds or replaces; new numbers count up from `document.size`.
 */
export function appendRevision(document: PdfDocument, objects: readonly RevisedObject[]): AppendedRevision {
  const before = document.bytes;
  if (before.length > 0x7fffffff) pdfFault('file too large');
  const parts: Uint8Array[] = [before];
  let length = before.length;
  const add = (part: Buffer): void => {
    parts.push(part);
    length += part.length;
  };
  if (before.at(-1) !== 10) add(Buffer.from('\n'));
  const placed: Placed[] = [];
  const bodyAt = new Map<number, number>();
  for (const { ref, body } of objects) {
    const head = `${ref.number} ${ref.generation} obj\n`;
    placed.push({ number: ref.number, generation: ref.generation, offset: length });
    bodyAt.set(ref.number, length + head.length);
    add(Buffer.from(`${head}${sourceOf(body)}\nendobj\n`, 'latin1'));
  }
  const highest = Math.max(document.size - 1, ...placed.map((entry) => entry.number));
  const inStream = document.newest.form === 'stream';
  const trailer = withEntries(
    dictOf({ Size: highest + (inStream ? 2 : 1), Prev: document.startXref }),
    carried(document.newest.trailer),
  );
  const startXref = length;
  if (inStream) {
    const self = { number: highest + 1, generation: 0, offset: startXref };
    add(streamSource(placed, self, trailer));
  } else add(Buffer.from(tableSource(placed, trailer), 'latin1'));
  add(Buffer.from(`startxref\n${startXref}\n%%EOF\n`, 'latin1'));
  return { bytes: Buffer.concat(parts, length), bodyAt };
}
