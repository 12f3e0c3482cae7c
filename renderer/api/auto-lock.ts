import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { api, client } from './client.ts';
import { isFailureCode } from './failures.ts';
import { setLocking } from './locking.ts';
import { useLock } from './vault-changes.ts';

const signs = ['pointerdown', 'pointermove', 'keydown', 'wheel', 'touchstart'] as const;
/** How often the app is told that somebody is there. */
const tellEvery = 30_000;
const lookEvery = 1000;

/** When somebody was last there, when the app was last told so, and whether it is being locked. */
type Use = { last: number; told: number; locking: boolean };

/**
 * Locks when nobody has used this page for so many minutes, keeping what is being written; and tells the app now and
 * then that somebody is there, for the app locks by itself should this page no longer run.
 * @param minutes null for never.
 */
export function useAutoLock(minutes: number | null): void {
  const queryClient = useQueryClient();
  const { mutate: lock } = useLock();
  const lockNow = useRef(lock);
  lockNow.current = lock;

  // Outlives a change of the minutes: a shorter time that is learnt late counts from when somebody was last there.
  const use = useRef<Use | null>(null);

  useEffect(() => {
    if (minutes === null) {
      use.current = null;
      return;
    }
    const now = Date.now();
    use.current ??= { last: now, told: now, locking: false };
    const seen = use.current;
    const tell = () => {
      seen.told = seen.last;
      client.app.active().catch((fault: unknown) => {
        if (isFailureCode(fault, 'LOCKED'))
          void queryClient.invalidateQueries({ queryKey: api.app.status.key() });
      });
    };
    const look = () => {
      // By the clock on the wall: a laptop that slept past its time locks before anybody sees a thing.
      if (seen.locking || Date.now() - seen.last < minutes * 60_000) return;
      seen.locking = true;
      setLocking({ afterMinutes: minutes });
      lockNow.current(undefined, {
        onError: () => {
          seen.locking = false;
        },
      });
    };
    const active = () => {
      look();
      if (seen.locking) return;
      seen.last = Date.now();
      if (seen.last - seen.told >= tellEvery) tell();
    };
    for (const sign of signs) window.addEventListener(sign, active, { capture: true, passive: true });
    document.addEventListener('visibilitychange', look);
    const looking = setInterval(look, lookEvery);
    return () => {
      for (const sign of signs) window.removeEventListener(sign, active, { capture: true });
      document.removeEventListener('visibilitychange', look);
      clearInterval(looking);
    };
  }, [minutes, queryClient]);
}
