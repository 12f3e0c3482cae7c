import type { Services } from '#shared/contract/services.ts';
import { failure } from '#shared/domain/failure.ts';
import { guidancePacks, packById, summaryOf } from '#shared/guidance/packs.ts';

export function createGuidanceService(): Services['guidance'] {
  return {
    list: async () => guidancePacks.map(summaryOf),
    get: async ({ packId }) => {
      const pack = packById(packId);
      if (pack === undefined) throw failure('NOT_FOUND', { what: 'guidance' });
      return pack;
    },
  };
}
