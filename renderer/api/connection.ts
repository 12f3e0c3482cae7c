import { useSyncExternalStore } from 'react';

/**
 * Whether the app behind this page answers. `lost`: it was closed. `no-session`: this page holds no key, or one the
 * app no longer accepts, because the app was started again since.
 */
export type Connection = 'ok' | 'lost' | 'no-session';

let current: Connection = 'ok';
const listeners = new Set<() => void>();

export function setConnection(next: Connection): void {
  if (next === current) return;
  current = next;
  for (const listener of listeners) listener();
}

const subscribe = (listener: () => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};

export const useConnection = (): Connection => useSyncExternalStore(subscribe, () => current);
