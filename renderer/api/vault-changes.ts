import { type QueryClient, useMutation, useQueryClient } from '@tanstack/react-query';
import { api } from './client.ts';
import { flushAll } from './pending-saves.ts';
import type { AppStatus } from './status.ts';

/** Another vault, or none: nothing that was shown before may be shown again. */
function enter(queryClient: QueryClient, status: AppStatus): void {
  const statusKey = api.app.status.queryKey();
  queryClient.setQueryData(statusKey, status);
  const kept = JSON.stringify(statusKey);
  queryClient.removeQueries({ predicate: (query) => JSON.stringify(query.queryKey) !== kept });
}

const quietly = { meta: { refresh: false } } as const;

export function useCreateVault() {
  const queryClient = useQueryClient();
  return useMutation(
    api.app.createVault.mutationOptions({
      ...quietly,
      onSuccess: ({ status }) => enter(queryClient, status),
    }),
  );
}

export function useUnlock() {
  const queryClient = useQueryClient();
  return useMutation(
    api.app.unlock.mutationOptions({ ...quietly, onSuccess: (status) => enter(queryClient, status) }),
  );
}

export function useOpenSample() {
  const queryClient = useQueryClient();
  return useMutation(
    api.app.openSample.mutationOptions({ ...quietly, onSuccess: (status) => enter(queryClient, status) }),
  );
}

/** Locks, after saving what is still being typed. Leaves the sample too. */
export function useLock() {
  const queryClient = useQueryClient();
  return useMutation(
    api.app.lock.mutationOptions({
      ...quietly,
      onMutate: async () => {
        await flushAll();
      },
      onSuccess: (status) => enter(queryClient, status),
    }),
  );
}
