import type { Services } from '#shared/contract/services.ts';
import { usualColumns } from '#shared/domain/evidence-list/columns.ts';
import { fold } from '#shared/domain/evidence-list/fold.ts';
import type { SavedSearch } from '#shared/domain/evidence-list/saved-search.ts';
import { failure } from '#shared/domain/failure.ts';
import type { Id } from '#shared/domain/ids.ts';
import type { PortfolioStore, Ports } from './ports.ts';
import type { Session } from './session.ts';
import { listColumnsOf, rememberColumns } from './settings.ts';

const byName = (a: SavedSearch, b: SavedSearch) => a.name.localeCompare(b.name, 'en-GB');

function refuseTaken(store: PortfolioStore, name: string, own?: Id): void {
  for (const other of store.all('searches').values()) {
    if (other.id === own || fold(other.name) !== fold(name)) continue;
    throw failure('INVALID', { issues: [{ path: ['search', 'name'], code: 'already-there' }] });
  }
}

function found(store: PortfolioStore, id: Id): SavedSearch {
  const search = store.get('searches', id);
  if (search === undefined) throw failure('NOT_FOUND', { what: 'search' });
  return search;
}

export function createListsService(ports: Ports, session: Session): Services['lists'] {
  return {
    view: async ({ portfolioId }) => {
      const { store } = await session.portfolio(portfolioId);
      return {
        columns: listColumnsOf(session.vault(), portfolioId) ?? usualColumns,
        searches: [...store.all('searches').values()].sort(byName),
      };
    },
    setColumns: async ({ portfolioId, columns }) => {
      await session.portfolio(portfolioId);
      await rememberColumns(session, portfolioId, columns);
      return null;
    },
    addSearch: async ({ portfolioId, search }) => {
      const { store, inTurn } = await session.portfolio(portfolioId);
      return inTurn(async () => {
        refuseTaken(store, search.name);
        const value = { ...search, id: ports.newId(), createdAt: ports.clock.now().toISOString() };
        await store.commit('search.add', [{ collection: 'searches', id: value.id, value }]);
        return value;
      });
    },
    changeSearch: async ({ portfolioId, id, search }) => {
      const { store, inTurn } = await session.portfolio(portfolioId);
      return inTurn(async () => {
        const { createdAt } = found(store, id);
        refuseTaken(store, search.name, id);
        const value = { ...search, id, createdAt };
        // One that was renamed in two places is what it is called now.
        await store.commit('search.change', [{ collection: 'searches', id, value, settles: true }]);
        return value;
      });
    },
    removeSearch: async ({ portfolioId, id }) => {
      const { store, inTurn } = await session.portfolio(portfolioId);
      return inTurn(async () => {
        found(store, id);
        await store.commit('search.remove', [{ collection: 'searches', id, value: null, settles: true }]);
        return null;
      });
    },
  };
}
