import { useSyncExternalStore } from 'react';

const storageKey = 'waymark.single-keys';
const listeners = new Set<() => void>();

/** Whether a key alone may do something. Off helps people who dictate, or whose keys are easily brushed. */
export const singleKeysOn = (): boolean => localStorage.getItem(storageKey) !== 'off';

export function setSingleKeys(on: boolean): void {
  localStorage.setItem(storageKey, on ? 'on' : 'off');
  for (const listener of listeners) listener();
}

const subscribe = (listener: () => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};

export const useSingleKeys = (): boolean => useSyncExternalStore(subscribe, singleKeysOn);
