import type { Services } from '#shared/contract/services.ts';
import { evidenceRowOf } from '#shared/domain/evidence-list/row.ts';
import type { Session } from './session.ts';

export function createIntakeService(session: Session): Services['intake'] {
  return {
    drafts: async ({ portfolioId }) => {
      const { store } = await session.portfolio(portfolioId);
      const drafts = [...store.all('evidence').values()]
        .filter((item) => item.draft === true && item.trashedAt === null)
        .sort((a, b) => b.updatedAt.localeCompare(a.updatedAt));
      return { rows: drafts.map(evidenceRowOf) };
    },
  };
}
