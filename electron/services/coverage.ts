import type { Services } from '#shared/contract/services.ts';
import type { Ports } from './ports.ts';
import type { Session } from './session.ts';

export function createCoverageService(ports: Ports, session: Session): Services['coverage'] {
  return {
    map: async ({ portfolioId }) =>
      (await session.portfolio(portfolioId)).coverage().map(ports.clock.today()),
  };
}
