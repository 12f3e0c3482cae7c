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

  useEffect(() => {
    if (minutes === null) return;
    let last = Date.now();
    let told = last;
    let locking = false;
    const tell = () => {
      told = last;
      client.app.active().catch((fault: unknown) => {
        if (isFailureCode(fault, 'LOCKED'))
          void queryClient.invalidateQueries({ queryKey: api.app.status.key() });
      });
    };
    const look = () => {
      // By the clock on the wall: a laptop that slept past its time locks before anybody sees a thing.
      if (locking || Date.now() - last < minutes * 60_000) return;
      locking = true;
      setLocking({ afterMinutes: minutes });
      lockNow.current(undefined, {
        onError: () => {
          locking = false;
        },
      });
    };
    const active = () => {
      look();
      if (locking) return;
      last = Date.now();
      if (last - told >= tellEvery) tell();
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
