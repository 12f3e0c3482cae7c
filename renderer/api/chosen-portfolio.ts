import { useSyncExternalStore } from 'react';

const storageKey = 'waymark.portfolio';
const listeners = new Set<() => void>();

/** Which portfolio was used last: an id and nothing else. */
export const chosenPortfolio = (): string | null => localStorage.getItem(storageKey);

export function choosePortfolio(id: string): void {
  localStorage.setItem(storageKey, id);
  for (const listener of listeners) listener();
}

const subscribe = (listener: () => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};

export const useChosenPortfolio = (): string | null => useSyncExternalStore(subscribe, chosenPortfolio);
