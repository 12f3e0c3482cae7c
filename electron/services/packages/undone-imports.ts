import { isImport } from '#shared/domain/history/steps.ts';
import type { HistoryLine, LineAbout } from '#shared/domain/history.ts';
import type { TravelRevision } from '#shared/domain/revisions.ts';
import { lineLogOf } from '../history/line-log.ts';
import { originOf } from '../history/origin.ts';
import { stillAsLeft, takeBack } from '../history/take-back.ts';
import { keyOf } from '../history/touched.ts';
import { writeBack } from '../history/write-back.ts';
import type { PortfolioStore, Ports } from '../ports.ts';
import type { Session } from '../session.ts';

/**
 * Lines that undid an import, newest first, each with only those records that it took what a package brings once more,
 * and that are still as it left them. To the merge these are known: it would not bring them back.
 */
export async function undoneImports(
  store: PortfolioStore,
  revisions: readonly TravelRevision[],
): Promise<readonly HistoryLine[]> {
  const brought = new Set(revisions.map(({ revision }) => revision));
  const lines = await lineLogOf(store).newest(store.head().entries);
  const decided = new Set<string>();
  const undone: HistoryLine[] = [];
  for (const line of lines) {
    if (line.about.undoes === undefined) continue;
    const origin = await originOf(store, line);
    if (!isImport(origin)) continue;
    const again = new Set(
      origin.changes.filter(({ revision }) => brought.has(revision)).map((change) => keyOf(change)),
    );
    const changes = line.changes.filter((change) => again.has(keyOf(change)) && !decided.has(keyOf(change)));
    // Of several undoings of one record the latest says how it stands.
    for (const change of changes) decided.add(keyOf(change));
    const left = changes.length === 0 ? undefined : await stillAsLeft(store, { ...line, changes });
    if (left !== undefined && left.changes.length > 0) undone.push(left);
  }
  return undone;
}

/**
 * Puts back what somebody had undone and now asks for again, as one new line, which can be undone like any other. To be
 * called in the portfolio's turn.
 * @returns how many records came back.
 */
export async function bringBack(
  ports: Ports,
  session: Session,
  store: PortfolioStore,
  revisions: readonly TravelRevision[],
  { action, about }: { readonly action: string; readonly about: LineAbout },
): Promise<number> {
  const undone = await undoneImports(store, revisions);
  if (undone.length === 0) return 0;
  const parts = await Promise.all(undone.map((line) => takeBack(store, [line])));
  const { id, name } = session.profile() ?? { id: '', name: '' };
  const back = {
    changes: parts.flatMap(({ changes }) => changes),
    reopened: parts.flatMap(({ reopened }) => reopened),
    kept: 0,
  };
  await writeBack(ports, store, { id, name }, back, action, about);
  return new Set([...back.changes, ...back.reopened].map((one) => keyOf(one))).size;
}
