import type { Services } from '#shared/contract/services.ts';
import { followShelf } from './follow-shelf.ts';
import { activityOf } from './history/activity.ts';
import { redo, undo, undoState } from './history/undo.ts';
import { listVersions, oneVersion, restoreVersion } from './history/versions.ts';
import type { Seat } from './panel/seat.ts';
import { refuseOthersSheet } from './panel/secrecy.ts';
import type { Ports } from './ports.ts';
import { portfolioOf, type Session } from './session.ts';

export function createHistoryService(ports: Ports, session: Session, seat: Seat): Services['history'] {
  return {
    versions: async ({ portfolioId, ...name }) => {
      const portfolio = await session.portfolio(portfolioId);
      refuseOthersSheet(ports, seat, portfolio, name);
      return listVersions(portfolio.store, name);
    },
    version: async ({ portfolioId, revision, ...name }) => {
      const portfolio = await session.portfolio(portfolioId);
      refuseOthersSheet(ports, seat, portfolio, name);
      return oneVersion(portfolio.store, name, revision);
    },
    restore: async ({ portfolioId, revision, seen, ...name }) => {
      const portfolio = await session.portfolio(portfolioId);
      const { store, inTurn } = portfolio;
      return inTurn(async () => {
        refuseOthersSheet(ports, seat, portfolio, name);
        await restoreVersion(ports, store, name, { revision, seen });
        if (name.collection === 'portfolio') await followShelf(session.vault(), portfolioOf(store));
        return {};
      });
    },
    activity: async ({ portfolioId, ...asked }) =>
      activityOf(session, (await session.portfolio(portfolioId)).store, asked),
    undoState: async ({ portfolioId }) => undoState(session, await session.portfolio(portfolioId)),
    undo: async ({ portfolioId, seq, to }) => {
      const portfolio = await session.portfolio(portfolioId);
      const { done, kept } = await undo(ports, session, portfolio, seq, to);
      return { done, kept, state: await undoState(session, portfolio) };
    },
    redo: async ({ portfolioId, seq }) => {
      const portfolio = await session.portfolio(portfolioId);
      const { done, kept } = await redo(ports, session, portfolio, seq);
      return { done, kept, state: await undoState(session, portfolio) };
    },
  };
}
