import { failure } from '#shared/domain/failure.ts';
import type { Sha256 } from '#shared/domain/ids.ts';
import { filesNamedBy } from '#shared/domain/packages/named-files.ts';
import type { PackageMerged } from '#shared/domain/packages/preview.ts';
import { followShelf } from '../follow-shelf.ts';
import { type JobTools, stopIfCancelled } from '../jobs.ts';
import { makeBackup } from '../make-backup.ts';
import type { PortfolioStore, Ports } from '../ports.ts';
import { portfolioOf, type Session } from '../session.ts';
import type { CheckedPackage } from './open-package.ts';
import { storeHere } from './open-package.ts';
import { bringBack } from './undone-imports.ts';

const action = 'import.package';

/** Keeps the files first: a record must never name one that is not there. */
async function keepFiles(
  { opened, revisions, staged }: CheckedPackage,
  { blobs }: Pick<PortfolioStore, 'blobs'>,
  { progress, signal }: JobTools,
): Promise<number> {
  const wanted = new Set(
    revisions.flatMap(({ collection, value }) => filesNamedBy(collection, value).map(({ hash }) => hash)),
  );
  const missing: Sha256[] = [];
  for (const hash of opened.originals.keys())
    if (wanted.has(hash) && !(await blobs.has(hash))) missing.push(hash);
  // Nearly always all of them. Those that are here already too: a merge that failed may have moved them a moment ago.
  const moved = new Set(await staged?.keep([...wanted]));
  const rest = missing.filter((hash) => !moved.has(hash));
  const total = rest.reduce((sum, hash) => sum + (opened.originals.get(hash)?.size ?? 0), 0);
  let done = 0;
  for (const hash of rest) {
    const bytes = opened.read(hash);
    if (bytes === undefined) throw failure('PACKAGE_REFUSED', { why: 'missing', entry: `originals/${hash}` });
    const kept = await blobs.put(
      (async function* () {
        for await (const piece of bytes) {
          stopIfCancelled(signal);
          yield piece;
          done += piece.length;
          progress('files', done, total);
        }
      })(),
    );
    // It was checked before; the bytes of the upload cannot have changed under their seal since.
    if (kept.hash !== hash) throw failure('PACKAGE_REFUSED', { why: 'content', entry: `originals/${hash}` });
  }
  return missing.length;
}

/**
 * Takes a checked package over: a backup, the files, then all records as one line of the journal. Merging it again
 * changes nothing, unless it was undone since: then what was undone comes back, as a line of its own. Fails with BACKUP_FAILED, CANCELLED, and what storage fails with; the records are then as they were.
 */
export async function mergePackage(
  ports: Ports,
  session: Session,
  checked: CheckedPackage,
  tools: JobTools,
): Promise<PackageMerged> {
  const { opened, revisions } = checked;
  const { portfolio } = opened.manifest;
  tools.progress('backup', 0, 0);
  await makeBackup(ports, session, 'before-import', { signal: tools.signal });
  stopIfCancelled(tools.signal);
  const about = { source: ports.hash(opened.manifestText) };
  if ((await storeHere(session, portfolio.id)) === undefined) {
    return receive(session, checked, about, tools);
  }
  const { store, inTurn } = await session.portfolio(portfolio.id);
  const files = await keepFiles(checked, store, tools);
  tools.progress('records', 0, 0);
  const { summary, back } = await inTurn(async () => {
    const merged = await store.merge(action, revisions, about);
    return { ...merged, back: await bringBack(ports, session, store, revisions, { action, about }) };
  });
  await followShelf(session.vault(), portfolioOf(store));
  const { known, ...counts } = summary.counts;
  return { portfolioId: portfolio.id, ...counts, known: known - back, back, files };
}

/** A portfolio this vault has not had: its folder appears when all of it is there, and then it is listed. */
async function receive(
  session: Session,
  checked: CheckedPackage,
  about: { readonly source: string },
  tools: JobTools,
): Promise<PackageMerged> {
  const vault = session.vault();
  const { id } = checked.opened.manifest.portfolio;
  let files = 0;
  const { store, summary } = await vault.receivePortfolio(id, checked.revisions, {
    action,
    about,
    before: async (fresh) => {
      files = await keepFiles(checked, fresh, tools);
      tools.progress('records', 0, 0);
    },
  });
  session.adopt(id, store);
  await followShelf(session.vault(), portfolioOf(store));
  return { portfolioId: id, ...summary.counts, back: 0, files };
}
