import { type Attachment, attachmentSchema } from '#shared/domain/evidence.ts';
import { failure } from '#shared/domain/failure.ts';
import type { Candidate } from '#shared/domain/intake/candidate.ts';
import { claimedTwice } from '#shared/domain/intake/columns.ts';
import { givenFiles } from '#shared/domain/intake/given-files.ts';
import type { Mail } from '#shared/domain/intake/mail.ts';
import { mailItem } from '#shared/domain/intake/mail-item.ts';
import { referenceItem } from '#shared/domain/intake/reference-item.ts';
import { rowItem } from '#shared/domain/intake/row-item.ts';
import { headerLine, intakeLimits, type Table } from '#shared/domain/intake/table.ts';
import type { Ports } from '../ports.ts';
import type { OpenPortfolio } from '../session.ts';
import { inSlices } from '../slices.ts';
import { type ListFile, type ListSource, wholeOf } from './list-source.ts';

/** Reads sheets, remembering the last: the same one is asked for again with every change of a column. */
export type Tables = {
  readonly read: (file: ListFile, sheet: string | null) => Promise<Table>;
  readonly forget: () => void;
};

export function createTables({ intake }: Pick<Ports, 'intake'>): Tables {
  let last: { readonly key: string; readonly table: Table } | undefined;
  return {
    forget: () => {
      last = undefined;
    },
    read: async (file, sheet) => {
      const key = JSON.stringify([file.hash, file.name, sheet]);
      if (last?.key === key) return last.table;
      const bytes = await wholeOf(file, intakeLimits.listBytes);
      const table = await intake.table({ bytes, name: file.name }, sheet);
      last = { key, table };
      return table;
    },
  };
}

/** The headings, and the rows below them with the numbers their own program gives them. */
export function partsOf({ rows }: Table) {
  const line = headerLine(rows);
  if (line === -1) throw failure('IMPORT_REFUSED', { why: 'empty', limit: 0 });
  const body = rows
    .slice(line + 1)
    .map((cells, at) => ({ row: line + at + 2, cells }))
    .filter(({ cells }) => cells.some((cell) => cell !== ''));
  if (body.length === 0) throw failure('IMPORT_REFUSED', { why: 'empty', limit: 0 });
  return { headers: rows[line] ?? [], body };
}

async function ofSpreadsheet(
  tables: Tables,
  { pack }: OpenPortfolio,
  source: Extract<ListSource, { kind: 'spreadsheet' }>,
  files: readonly Attachment[],
): Promise<readonly Candidate[]> {
  const twice = claimedTwice(source.columns);
  if (twice.length > 0)
    throw failure('INVALID', {
      issues: twice.map((target) => ({ path: ['columns', target], code: 'column-twice' })),
    });
  const { headers, body } = partsOf(await tables.read(source.file, source.sheet));
  const tools = { headers, columns: source.columns, pack, files: givenFiles(files) };
  const found: Candidate[] = [];
  await inSlices(body, ({ row, cells }) => {
    found.push(rowItem(row, cells, tools));
  });
  return found;
}

async function ofPublications(ports: Ports, files: readonly ListFile[]): Promise<readonly Candidate[]> {
  const all = [];
  for (const file of files) {
    const bytes = await wholeOf(file, intakeLimits.listBytes);
    all.push(...(await ports.intake.references({ bytes, name: file.name })));
  }
  if (all.length > intakeLimits.rows)
    throw failure('IMPORT_REFUSED', { why: 'too-many-rows', limit: intakeLimits.rows });
  return all.map((reference, at) => referenceItem(at + 1, reference));
}

async function* oneByOne(bytes: Uint8Array): AsyncIterable<Uint8Array> {
  yield bytes;
}

async function keepBytes(
  ports: Ports,
  { store }: OpenPortfolio,
  name: string,
  bytes: Uint8Array,
): Promise<Attachment> {
  const mediaType = await ports.mediaTypes.of(bytes.subarray(0, 4100), name);
  return attachmentSchema.parse({ ...(await store.blobs.put(oneByOne(bytes))), name, mediaType });
}

/** The message as it came, then what was attached to it. */
async function keepMail(ports: Ports, portfolio: OpenPortfolio, file: ListFile, mail: Mail) {
  const { hash, size } = await portfolio.store.blobs.put(file.bytes());
  const kept = [attachmentSchema.parse({ hash, size, name: file.name, mediaType: 'message/rfc822' })];
  for (const { name, bytes } of mail.attachments) {
    const attachment = await keepBytes(ports, portfolio, name, bytes);
    if (!kept.some((one) => one.hash === attachment.hash)) kept.push(attachment);
  }
  return kept;
}

async function ofMessages(
  ports: Ports,
  portfolio: OpenPortfolio,
  { files, as }: Extract<ListSource, { kind: 'messages' }>,
  keeping: ReadonlySet<number> | null,
): Promise<readonly Candidate[]> {
  const found: Candidate[] = [];
  for (const [at, file] of files.entries()) {
    const bytes = await wholeOf(file, intakeLimits.mailBytes);
    const mail = await ports.intake.mail({ bytes, name: file.name });
    const names = [file.name, ...mail.attachments.map(({ name }) => name)];
    const attachments = keeping?.has(at + 1) === true ? await keepMail(ports, portfolio, file, mail) : [];
    found.push(mailItem(at + 1, mail, as, names, attachments));
  }
  return found;
}

/**
 * Everything a source holds, as the items it would become.
 * @param keeping rows whose own files are to be kept; null to write nothing.
 */
export function candidatesOf(
  ports: Ports,
  tables: Tables,
  portfolio: OpenPortfolio,
  source: ListSource,
  files: readonly Attachment[],
  keeping: ReadonlySet<number> | null,
): Promise<readonly Candidate[]> {
  switch (source.kind) {
    case 'spreadsheet':
      return ofSpreadsheet(tables, portfolio, source, files);
    case 'publications':
      return ofPublications(ports, source.files);
    case 'messages':
      return ofMessages(ports, portfolio, source, keeping);
  }
}
