import { readdir, readFile } from 'node:fs/promises';
import { basename, join, resolve } from 'node:path';
import type { ImportRow } from '#shared/contract/intake.ts';
import { type Attachment, attachmentSchema } from '#shared/domain/evidence.ts';
import { isFailure } from '#shared/domain/failure.ts';
import { type ImportMap, importMapSchema } from '#shared/domain/intake/import-map.ts';
import type { App } from '../app.ts';
import { createTables, partsOf, type Tables } from '../services/intake/candidates.ts';
import { importList, previewList } from '../services/intake/import-list.ts';
import type { ListFile, ListSource } from '../services/intake/list-source.ts';
import { matchingFor } from '../services/intake/matchings.ts';
import type { OpenPortfolio } from '../services/session.ts';
import { parseOptions, required, UsageError } from './arguments.ts';
import type { Command, Output } from './command.ts';
import { rowWords } from './evidence-words.ts';
import { withVault } from './with-vault.ts';

const usage =
  'evidence import FILE --vault DIR --portfolio ID [--map FILE] [--files DIR] [--preview] [--json]';

async function* oneByOne(bytes: Uint8Array): AsyncIterable<Uint8Array> {
  yield bytes;
}

async function listFile({ ports }: App, path: string): Promise<ListFile> {
  const bytes = await readFile(path);
  // Of no file's bytes, but of this name: it only has to tell this file from another of the same run.
  const hash = ports.hash(bytes.toString('base64'));
  return { name: basename(path), size: bytes.length, hash, bytes: () => oneByOne(bytes) };
}

async function mapOf(path: string | undefined): Promise<ImportMap> {
  if (path === undefined) return {};
  try {
    return importMapSchema.parse(JSON.parse(await readFile(path, 'utf8')));
  } catch {
    throw new UsageError('--map is not a file that says {"columns": {"Heading": "title", …}}.');
  }
}

async function sourceOf(app: App, tables: Tables, file: ListFile, map: ImportMap): Promise<ListSource> {
  if (/\.eml$/i.test(file.name)) return { kind: 'messages', files: [file], as: map.as ?? 'correspondence' };
  if (/\.(?:bib|ris)$/i.test(file.name)) return { kind: 'publications', files: [file] };
  const sheet = map.sheet ?? null;
  const { headers } = partsOf(await tables.read(file, sheet));
  const { columns: named } = map;
  if (named === undefined)
    return { kind: 'spreadsheet', file, sheet, columns: matchingFor(app.session, headers).columns };
  const unknown = Object.keys(named).filter((heading) => !headers.includes(heading));
  if (unknown.length > 0)
    throw new UsageError(`The map names columns that are not there: ${unknown.join(', ')}`);
  return { kind: 'spreadsheet', file, sheet, columns: headers.map((heading) => named[heading] ?? null) };
}

/** Keeps the files of a folder, for the names in a column. */
async function keepFiles(
  { ports }: App,
  { store }: OpenPortfolio,
  folder: string,
): Promise<readonly Attachment[]> {
  const entries = await readdir(folder, { withFileTypes: true });
  const kept: Attachment[] = [];
  for (const { name } of entries.filter((entry) => entry.isFile())) {
    const bytes = await readFile(join(folder, name));
    const mediaType = await ports.mediaTypes.of(bytes.subarray(0, 4100), name);
    kept.push(attachmentSchema.parse({ ...(await store.blobs.put(oneByOne(bytes))), name, mediaType }));
  }
  return kept;
}

function tell(rows: readonly ImportRow[], out: Output): void {
  for (const row of rows)
    for (const words of rowWords(row))
      out.line(`row ${String(row.row).padStart(5)}  ${row.state.padEnd(6)}${words}`);
}

async function bringIn(
  app: App,
  file: string,
  options: {
    readonly portfolio: string;
    readonly map: string | undefined;
    readonly folder: string | undefined;
    readonly preview: boolean;
    readonly json: boolean;
  },
  out: Output,
): Promise<number> {
  const { ports, session } = app;
  const tables = createTables(ports);
  const portfolio = await session.portfolio(options.portfolio);
  const source = await sourceOf(app, tables, await listFile(app, file), await mapOf(options.map));
  const files = options.folder === undefined ? [] : await keepFiles(app, portfolio, resolve(options.folder));
  const rows = await previewList(ports, tables, portfolio, source, files);
  const chosen = rows.filter(
    ({ state, present, sameAsRow }) => state !== 'bad' && present.length === 0 && sameAsRow === null,
  );
  const added =
    options.preview || chosen.length === 0
      ? null
      : await importList(
          ports,
          tables,
          portfolio,
          source,
          files,
          chosen.map(({ row }) => row),
        );
  if (options.json) out.line(JSON.stringify({ rows, chosen: chosen.map(({ row }) => row), added }, null, 2));
  else {
    tell(rows, out);
    out.line(`${rows.length} rows: ${chosen.length} ${options.preview ? 'would come in' : 'came in'}.`);
  }
  return rows.some(({ state }) => state === 'bad') ? 1 : 0;
}

/**
 * `evidence import FILE`: evidence out of a spreadsheet, a bibliography or an e-mail, rows that are there already left
 * out. Exit 0 every row is good or there, 1 some cannot come in (the others did), 2 nothing could be read.
 */
export const evidenceCommand: Command = async (args, out) => {
  const { value, has, positionals } = parseOptions(args, {
    vault: 'string',
    portfolio: 'string',
    map: 'string',
    files: 'string',
    preview: 'boolean',
    json: 'boolean',
  });
  const [action, file] = positionals;
  if (action !== 'import' || file === undefined || positionals.length > 2) throw new UsageError(usage);
  const options = {
    portfolio: required(value('portfolio'), 'portfolio'),
    map: value('map'),
    folder: value('files'),
    preview: has('preview'),
    json: has('json'),
  };
  return withVault(required(value('vault'), 'vault'), async (app) => {
    try {
      return await bringIn(app, resolve(file), options, out);
    } catch (thrown) {
      if (!isFailure(thrown) || (thrown.failure !== 'IMPORT_REFUSED' && thrown.failure !== 'FILE_TOO_LARGE'))
        throw thrown;
      const why = 'why' in thrown.data ? ` (${thrown.data.why})` : '';
      out.fault(`That file cannot be read as evidence${why}. Nothing was brought in.`);
      return 2;
    }
  });
};
