import { failure } from '#shared/domain/failure.ts';
import type { HistoryLine, LineAbout } from '#shared/domain/history.ts';
import { lineLogOf } from '../history/line-log.ts';
import { takeBack } from '../history/take-back.ts';
import { writeBack } from '../history/write-back.ts';
import type { PortfolioStore, Ports } from '../ports.ts';
import { type OpenPortfolio, portfolioOf, type Session } from '../session.ts';
import { carryFiles } from './carry-files.ts';
import { writeMove } from './write-move.ts';

/** The other half of a move, in the other portfolio's history. Fails with NOT_UNDOABLE when it is not there. */
async function otherHalf(store: PortfolioStore, line: HistoryLine): Promise<HistoryLine> {
  const lines = await lineLogOf(store).newest(store.head().entries);
  const half = lines.find(
    ({ about }) => about.moved !== undefined && about.moved.id === line.about.moved?.id,
  );
  if (half === undefined) throw failure('NOT_UNDOABLE', { why: 'nothing' });
  return half;
}

/**
 * Takes a move back in both portfolios, whichever of them it is asked in: the items go where they came from, as long
 * as nobody has changed them since. Runs in both portfolios' turns. Fails with CHANGED_SINCE and NOT_UNDOABLE.
 * @returns how many items went.
 */
export async function rewindMove(
  ports: Ports,
  session: Session,
  { here, there }: { readonly here: OpenPortfolio; readonly there: OpenPortfolio },
  action: 'undo' | 'redo',
  line: HistoryLine,
): Promise<number> {
  const id = ports.newId();
  const halves = [
    { store: here.store, other: there.store, line },
    { store: there.store, other: here.store, line: await otherHalf(there.store, line) },
  ].map(async (half) => {
    const back = await takeBack(half.store, [half.line]);
    const receives = back.changes.some(({ value }) => value !== null);
    const about: LineAbout = {
      ...(action === 'redo' ? { redoes: half.line.seq } : { undoes: half.line.seq }),
      moved: { id, portfolio: portfolioOf(half.other).id, way: receives ? 'in' : 'out' },
    };
    return { ...half, back, receives, about };
  });
  const both = await Promise.all(halves);
  const receiving = both.find(({ receives }) => receives);
  const giving = both.find(({ receives }) => !receives);
  if (receiving === undefined || giving === undefined) throw failure('NOT_UNDOABLE', { why: 'nothing' });
  const ids = giving.back.changes.map((change) => change.id);
  const items = ids.flatMap((item) => giving.store.get('evidence', item) ?? []);
  await carryFiles(giving.store, receiving.store, items);
  const { id: author, name } = session.profile() ?? { id: '', name: '' };
  const write = ({ store, back, about }: (typeof both)[number]) =>
    writeBack(ports, store, { id: author, name }, back, action, about);
  await writeMove(
    ports,
    session.vault(),
    {
      id,
      at: ports.clock.now().toISOString(),
      from: portfolioOf(giving.store).id,
      to: portfolioOf(receiving.store).id,
      items: ids.map((item) => ({
        id: item,
        revision: giving.store.heads('evidence', item)[0]?.revision ?? '',
      })),
      action,
      about: giving.about,
    },
    () => write(receiving),
    () => write(giving),
  );
  return ids.length;
}
