import type { Services } from '#shared/contract/services.ts';
import { compareVersions } from '#shared/domain/versions.ts';
import { toCase } from '#shared/guidance/case/to-case.ts';
import { isShipped, summaryOf } from '#shared/guidance/packs.ts';
import { readGuidance } from '#shared/guidance/read-guidance.ts';
import { compareGuidance, movePortfolio, previewMove } from './guidance/move-portfolio.ts';
import { removeOwnPack, saveOwnPack } from './guidance/own-packs.ts';
import { packHere, packsHere } from './guidance/packs-here.ts';
import type { Ports } from './ports.ts';
import type { Session } from './session.ts';

export function createGuidanceService(ports: Ports, session: Session): Services['guidance'] {
  return {
    list: async () => packsHere(session.current()).map(({ pack, origin }) => summaryOf(pack, origin)),
    get: async ({ packId }) => packHere(session.current(), packId).pack,
    inUse: async ({ portfolioId }) => {
      const { pack } = await session.portfolio(portfolioId);
      const newest = packsHere(session.current()).find((one) => one.pack.id === pack.id)?.pack;
      const newer = newest !== undefined && compareVersions(newest.version, pack.version) > 0 ? newest : null;
      return {
        pack,
        origin: isShipped(pack) ? 'shipped' : 'own',
        newer: newer === null ? null : { id: newer.id, title: newer.title, version: newer.version },
      };
    },
    compare: async ({ portfolioId, packId }) =>
      compareGuidance(session, await session.portfolio(portfolioId), packId),
    previewMove: async ({ portfolioId, ...wish }) =>
      previewMove(session, await session.portfolio(portfolioId), wish),
    move: async ({ portfolioId, ...wish }) =>
      movePortfolio(ports, session, await session.portfolio(portfolioId), wish),
    save: async ({ pack }) => summaryOf(await saveOwnPack(ports, session, pack), 'own'),
    remove: async ({ packId }) => {
      await removeOwnPack(session, packId);
      return {};
    },
    read: async ({ text, from, level }) => readGuidance(text, from, { today: ports.clock.today(), level }),
    write: async ({ packId, to }) => {
      const { pack } = packHere(session.current(), packId);
      const value = to === 'case' ? toCase(pack, ports.hash) : pack;
      return {
        name: `${pack.id}-${pack.version}${to === 'case' ? '.case' : ''}.json`,
        text: `${JSON.stringify(value, null, 2)}\n`,
      };
    },
  };
}
