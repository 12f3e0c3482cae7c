import { useQueryClient } from '@tanstack/react-query';
import { useCallback } from 'react';
import { flushAll } from './pending-saves.ts';
import { rewind } from './rewind.ts';

/**
 * For whatever takes records back: saves what is being typed first, and has forms made anew afterwards. Resolves null,
 * having done nothing, when something on the screen cannot be saved.
 */
export function useRewinding(): <T>(work: () => Promise<T>) => Promise<T | null> {
  const queryClient = useQueryClient();
  return useCallback(
    async (work) => {
      if (!(await flushAll())) return null;
      return rewind(work, () =>
        queryClient.invalidateQueries({ predicate: ({ queryKey }) => queryKey[0] !== 'fixed' }),
      );
    },
    [queryClient],
  );
}
