import type { Services } from '#shared/contract/services.ts';
import type { Session } from './session.ts';

export function createDraftsService(session: Session): Services['drafts'] {
  return {
    keep: async ({ key, text }) => ({ key, savedAt: await session.vault().drafts.put(key, text) }),
    get: async ({ key }) => (await session.vault().drafts.get(key)) ?? null,
    list: async () => session.vault().drafts.list(),
    drop: async ({ key }) => {
      await session.vault().drafts.remove(key);
      return null;
    },
  };
}
