import type { Clock } from './ports.ts';
import type { Session } from './session.ts';
import { lockAfterOf } from './settings.ts';

/** Locks a vault that nobody uses. Pages say when somebody does; whether one still runs does not matter. */
export type AutoLock = {
  /** Minutes without use; null for never, and while nothing is open that could be lost. */
  readonly minutes: () => number | null;
  /** Somebody is there. */
  readonly active: () => void;
  /** Locks when it is time. To be called every second or so. */
  readonly check: () => Promise<void>;
};

/** A page locks by itself on time, keeping what is being written; this waits a little longer, for pages that cannot. */
const graceMilliseconds = 45_000;

/**
 * @param override minutes that stand above the owner's setting, given when the host was started.
 * @param lock what the owner's own lock does.
 */
export function createAutoLock(
  clock: Clock,
  session: Session,
  override: number | undefined,
  lock: () => Promise<unknown>,
): AutoLock {
  let last = clock.now().getTime();
  const active = () => {
    last = clock.now().getTime();
  };
  const minutes = () => {
    const vault = session.current();
    // The sample has nothing to protect, and locking would take it away.
    if (vault === undefined || session.isSample()) return null;
    return override ?? lockAfterOf(vault);
  };
  return {
    minutes,
    active,
    check: async () => {
      const limit = minutes();
      const idle = clock.now().getTime() - last;
      // A clock that was set back must not put the lock off by as much.
      if (limit === null || idle < 0) return active();
      // Somebody asked for it and waits; locking would undo it.
      if (session.jobs.running()) return active();
      const milliseconds = limit * 60_000;
      if (idle < milliseconds + Math.min(graceMilliseconds, milliseconds)) return;
      active();
      await lock();
    },
  };
}
