import type { Services } from '#shared/contract/services.ts';
import { failure } from '#shared/domain/failure.ts';
import type { Portfolio, PortfolioInput } from '#shared/domain/portfolio.ts';
import { isShipped } from '#shared/guidance/packs.ts';
import { followShelf, shelfEntryOf } from './follow-shelf.ts';
import { packHere } from './guidance/packs-here.ts';
import type { OpenVault, PortfolioStore, Ports } from './ports.ts';
import { portfolioOf, type Session } from './session.ts';

/** Makes a portfolio's folder, then lists it: a crash between the two leaves an unlisted folder, never a dead entry. */
export async function newPortfolio(
  ports: Ports,
  vault: OpenVault,
  input: PortfolioInput,
  sample: boolean,
): Promise<{ readonly portfolio: Portfolio; readonly store: PortfolioStore }> {
  const { pack } = packHere(vault, input.packId);
  const portfolio: Portfolio = {
    ...input,
    id: ports.newId(),
    packVersion: pack.version,
    ...(isShipped(pack) ? {} : { pack }),
    createdAt: ports.clock.now().toISOString(),
    sample,
  };
  const store = await vault.createPortfolio(portfolio);
  await vault.profile.commit('portfolio.create', [
    { collection: 'shelf', id: portfolio.id, value: shelfEntryOf(portfolio) },
  ]);
  return { portfolio, store };
}

export function createPortfoliosService(ports: Ports, session: Session): Services['portfolios'] {
  return {
    list: async () =>
      [...session.vault().profile.all('shelf').values()].sort((a, b) =>
        a.createdAt.localeCompare(b.createdAt),
      ),
    create: async (input) => {
      const { portfolio, store } = await newPortfolio(ports, session.vault(), input, session.isSample());
      session.adopt(portfolio.id, store);
      return portfolio;
    },
    get: async ({ portfolioId }) => portfolioOf((await session.portfolio(portfolioId)).store),
    update: async ({ portfolioId, portfolio: input }) => {
      const { store, pack, inTurn } = await session.portfolio(portfolioId);
      // Moving to another specialty's pack is a re-mapping of every link: not a silent edit.
      if (input.packId !== pack.id)
        throw failure('INVALID', { issues: [{ path: ['portfolio', 'packId'], code: 'pack-fixed' }] });
      return inTurn(async () => {
        const updated: Portfolio = { ...portfolioOf(store), ...input };
        await store.commit('portfolio.update', [{ collection: 'portfolio', id: updated.id, value: updated }]);
        await followShelf(session.vault(), updated);
        return updated;
      });
    },
    setWorkingLife: async ({ portfolioId, breaks, workingTime }) => {
      const { store, inTurn } = await session.portfolio(portfolioId);
      return inTurn(async () => {
        const updated: Portfolio = { ...portfolioOf(store), breaks, workingTime };
        await store.commit('portfolio.update', [{ collection: 'portfolio', id: updated.id, value: updated }]);
        return updated;
      });
    },
  };
}
