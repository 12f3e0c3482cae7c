import { useSyncExternalStore } from 'react';

/** Whether this page is being locked just now, and what locked it last. */
export type Locking = {
  readonly now: boolean;
  /** Minutes without use after which it locked itself; null when somebody or the computer asked. */
  readonly afterMinutes: number | null;
};

let current: Locking = { now: false, afterMinutes: null };
const listeners = new Set<() => void>();

/** While it locks, nothing of the vault is to be seen: the style sheet hides what lies outside the page's root too. */
export function setLocking(next: Partial<Locking>): void {
  current = { ...current, ...next };
  document.documentElement.toggleAttribute('data-locking', current.now);
  for (const listener of listeners) listener();
}

const subscribe = (listener: () => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};

export const useLocking = (): Locking => useSyncExternalStore(subscribe, () => current);
