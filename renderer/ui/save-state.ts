import { useSyncExternalStore } from 'react';

/** What the header says about saving. */
export type SaveState =
  | { readonly is: 'idle' }
  | { readonly is: 'saving' }
  | { readonly is: 'saved'; readonly at: Date }
  | { readonly is: 'failed'; readonly why: string };

let current: SaveState = { is: 'idle' };
const listeners = new Set<() => void>();

/** Forms and mutations say here how saving went; the shell shows it. */
export function announceSave(next: SaveState): void {
  current = next;
  for (const listener of listeners) listener();
}

const subscribe = (listener: () => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};

export const useSaveState = (): SaveState => useSyncExternalStore(subscribe, () => current);
