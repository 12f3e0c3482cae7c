import { MutationCache, QueryCache, QueryClient } from '@tanstack/react-query';
import { api } from './client.ts';
import { failureOf, isFailureCode } from './failures.ts';

declare module '@tanstack/react-query' {
  interface Register {
    mutationMeta: {
      /** False when a change must not make the screen ask again: an autosave of the form that is open. */
      readonly refresh?: boolean;
    };
  }
}

const retryTransport = (count: number, fault: Error) => failureOf(fault) === null && count < 1;

/**
 * Everything is on this machine, so asking again is cheap: after any successful change, what is on the screen is
 * asked again. Nobody has to remember which lists a change touches.
 */
export function createQueryClient(): QueryClient {
  const askStatusWhenLocked = (fault: Error) => {
    if (isFailureCode(fault, 'LOCKED')) void client.invalidateQueries({ queryKey: api.app.status.key() });
  };
  const client: QueryClient = new QueryClient({
    queryCache: new QueryCache({ onError: askStatusWhenLocked }),
    mutationCache: new MutationCache({
      onError: askStatusWhenLocked,
      onSuccess: (_data, _input, _context, mutation) => {
        if (mutation.meta?.refresh === false) {
          // What could be undone has changed all the same.
          void client.invalidateQueries({ queryKey: api.history.undoState.key() });
          return;
        }
        return client.invalidateQueries({ predicate: (query) => query.queryKey[0] !== 'fixed' });
      },
    }),
    defaultOptions: {
      // The app works without any network: `online` would make it wait for one.
      queries: {
        networkMode: 'always',
        retry: retryTransport,
        refetchOnWindowFocus: false,
        staleTime: 5_000,
      },
      mutations: { networkMode: 'always', retry: false },
    },
  });
  return client;
}
