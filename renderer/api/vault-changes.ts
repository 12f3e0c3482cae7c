import { type QueryClient, useMutation, useQueryClient } from '@tanstack/react-query';
import { api } from './client.ts';
import { isFailureCode } from './failures.ts';
import { setLocking } from './locking.ts';
import { flushAll } from './pending-saves.ts';
import type { AppStatus } from './status.ts';

/** Another vault, or none: nothing that was shown before may be shown again. */
function enter(queryClient: QueryClient, status: AppStatus): void {
  const statusKey = api.app.status.queryKey();
  if (status.state === 'open') setLocking({ afterMinutes: null });
  queryClient.setQueryData(statusKey, status);
  const kept = JSON.stringify(statusKey);
  queryClient.removeQueries({ predicate: (query) => JSON.stringify(query.queryKey) !== kept });
}

/** An opening that met damage: the app now has a screen for it, which the status tells. */
function askAfter(queryClient: QueryClient, error: unknown): void {
  if (!isFailureCode(error, 'VAULT_DAMAGED')) return;
  void queryClient.invalidateQueries({ queryKey: api.app.status.queryKey() });
}

const quietly = { meta: { refresh: false } } as const;

/** Shows the app over a vault that is open: what `useCreateVault` leaves to its caller. */
export function useEnterVault(): (status: AppStatus) => void {
  const queryClient = useQueryClient();
  return (status) => enter(queryClient, status);
}

/**
 * Makes the vault and stays where it is, for the recovery code has to be seen first; then `useEnterVault`. The answer
 * holds the code: it is forgotten with the screen that asked.
 */
export function useCreateVault() {
  return useMutation(api.app.createVault.mutationOptions({ ...quietly, gcTime: 0 }));
}

export function useUnlock() {
  const queryClient = useQueryClient();
  return useMutation(
    api.app.unlock.mutationOptions({
      ...quietly,
      onSuccess: (status) => enter(queryClient, status),
      onError: (error) => askAfter(queryClient, error),
    }),
  );
}

export function useUnlockWithRecoveryCode() {
  const queryClient = useQueryClient();
  return useMutation(
    api.app.unlockWithRecoveryCode.mutationOptions({
      ...quietly,
      gcTime: 0,
      onSuccess: (status) => enter(queryClient, status),
      onError: (error) => askAfter(queryClient, error),
    }),
  );
}

export function useUnlockWithKeychain() {
  const queryClient = useQueryClient();
  return useMutation(
    api.app.unlockWithKeychain.mutationOptions({
      ...quietly,
      onSuccess: (status) => enter(queryClient, status),
      onError: (error) => askAfter(queryClient, error),
    }),
  );
}

/** Sets what is damaged aside and opens the rest. */
export function useSalvage() {
  const queryClient = useQueryClient();
  return useMutation(
    api.app.salvage.mutationOptions({
      ...quietly,
      gcTime: 0,
      onSuccess: ({ status }) => enter(queryClient, status),
    }),
  );
}

export function useOpenSample() {
  const queryClient = useQueryClient();
  return useMutation(
    api.app.openSample.mutationOptions({ ...quietly, onSuccess: (status) => enter(queryClient, status) }),
  );
}

/** Hides the page, keeps what is still being typed, then locks. Leaves the sample too. */
export function useLock() {
  const queryClient = useQueryClient();
  return useMutation(
    api.app.lock.mutationOptions({
      ...quietly,
      onMutate: async () => {
        setLocking({ now: true });
        await flushAll();
        // What is still being read would only be refused.
        await queryClient.cancelQueries();
      },
      onSuccess: (status) => enter(queryClient, status),
      onError: () => queryClient.invalidateQueries(),
      onSettled: () => setLocking({ now: false }),
    }),
  );
}
