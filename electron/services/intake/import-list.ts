import type { ImportRow, Present } from '#shared/contract/intake.ts';
import type { Attachment } from '#shared/domain/evidence.ts';
import { failure } from '#shared/domain/failure.ts';
import type { Sha256 } from '#shared/domain/ids.ts';
import type { Candidate } from '#shared/domain/intake/candidate.ts';
import { createPresent, sameInList } from '#shared/domain/intake/present.ts';
import type { Ports } from '../ports.ts';
import type { OpenPortfolio } from '../session.ts';
import { inSlices } from '../slices.ts';
import { addItems } from './add-items.ts';
import { candidatesOf, type Tables } from './candidates.ts';
import type { ListSource } from './list-source.ts';
import { sameFiles } from './same-files.ts';

const actions: Readonly<Record<ListSource['kind'], string>> = {
  spreadsheet: 'evidence.import-spreadsheet',
  publications: 'evidence.import-publications',
  messages: 'evidence.import-messages',
};

/** By row the hash of the file it is, where each row is a file. */
const hashesOf = (source: ListSource): ReadonlyMap<number, Sha256> =>
  source.kind === 'messages' ? new Map(source.files.map(({ hash }, at) => [at + 1, hash])) : new Map();

const stateOf = ({ item }: Candidate): ImportRow['state'] =>
  item === null ? 'bad' : item.draft === true ? 'draft' : 'good';

/** What each row of a source would become, and which of it is there already. Writes nothing. */
export async function previewList(
  ports: Ports,
  tables: Tables,
  portfolio: OpenPortfolio,
  source: ListSource,
  files: readonly Attachment[],
): Promise<readonly ImportRow[]> {
  const found = await candidatesOf(ports, tables, portfolio, source, files, null);
  const all = [...portfolio.store.all('evidence').values()];
  const present = createPresent();
  await inSlices(all, present.note);
  const hashes = hashesOf(source);
  const byFile = sameFiles(all, new Set(hashes.values()));
  const twins = sameInList(found);
  const rows: ImportRow[] = [];
  await inSlices(found, (candidate) => {
    const { row, item, title, problems } = candidate;
    const same = (item === null ? [] : present.like(item)).map(
      ({ id, title: there, trashedAt }): Present => ({ id, title: there, trashed: trashedAt !== null }),
    );
    const sameFile = byFile.get(hashes.get(row) ?? '') ?? [];
    rows.push({
      row,
      state: stateOf(candidate),
      title: item?.title ?? title,
      type: item?.type ?? null,
      startedOn: item?.startedOn ?? null,
      capabilities: item?.links.map(({ capability }) => capability) ?? [],
      files: candidate.files,
      problems,
      present: [...same, ...sameFile.filter(({ id }) => !same.some((one) => one.id === id))],
      sameAsRow: twins.get(candidate)?.row ?? null,
    });
  });
  return rows;
}

/** Adds the chosen rows as one step. Fails with INVALID when one of them cannot come in, and then adds none. */
export async function importList(
  ports: Ports,
  tables: Tables,
  portfolio: OpenPortfolio,
  source: ListSource,
  files: readonly Attachment[],
  rows: readonly number[],
): Promise<{ readonly added: number; readonly drafts: number }> {
  const chosen = new Set(rows);
  const found = await candidatesOf(ports, tables, portfolio, source, files, chosen);
  const byRow = new Map(found.map((candidate) => [candidate.row, candidate]));
  const items = [...chosen].map((row) => {
    const candidate = byRow.get(row);
    const item = candidate?.item ?? null;
    if (item === null) {
      const code = candidate === undefined ? 'no-such-row' : 'bad-row';
      throw failure('INVALID', { issues: [{ path: ['rows', row], code }] });
    }
    return item;
  });
  await addItems(ports, portfolio, actions[source.kind], items);
  return { added: items.length, drafts: items.filter(({ draft }) => draft === true).length };
}
