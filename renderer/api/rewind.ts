import { type RefObject, useEffect, useRef, useSyncExternalStore } from 'react';

/**
 * Undoing, redoing and bringing back a version change records under forms that may be open. A form's copy from before
 * must never be saved over them: such forms are made anew (`useRewinds` as their key), and what an old one still had
 * waiting is dropped (`isOutOfDate`). What could be saved was saved before (`flushAll`).
 */
let rewinds = 0;
let shown = 0;
let underWay: Promise<unknown> = Promise.resolve();
const listeners = new Set<() => void>();

/** Runs what takes something back. `refresh` asks again for what is on the screen, before forms are made anew from it. */
export async function rewind<T>(work: () => Promise<T>, refresh: () => Promise<void>): Promise<T> {
  const done = underWay.then(work);
  underWay = done.then(
    () => {
      rewinds += 1;
    },
    () => undefined,
  );
  const result = await done;
  await underWay;
  await refresh();
  shown = rewinds;
  for (const listener of listeners) listener();
  return result;
}

const subscribe = (listener: () => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};

/** How often something was taken back: the key of a form that saves by itself. */
export const useRewinds = (): number => useSyncExternalStore(subscribe, () => shown);

/** When a form began, for `isOutOfDate`. A form that is not made anew goes on. */
export function useBegun(): RefObject<number> {
  const now = useRewinds();
  const begun = useRef(now);
  useEffect(() => {
    begun.current = now;
  }, [now]);
  return begun;
}

/** Whether something was taken back since: then this form's copy must not be saved. Waits for what is under way. */
export async function isOutOfDate(begun: RefObject<number>): Promise<boolean> {
  await underWay;
  return begun.current !== rewinds;
}
