import type { PowerMonitor } from 'electron';

/** The page gets this long to keep what is being written; then the vault is locked with or without it. Milliseconds. */
export const patience = 2000;

/**
 * Locks when the computer goes to sleep or its screen is locked: whoever opens it next is to be asked. The page is told
 * first, and hides itself at once; the process locks in any case.
 * @param tellPage asks the page to lock; @param lock locks the vault, which does no harm when it is locked already.
 */
export function lockWithTheComputer(
  power: Pick<PowerMonitor, 'on'>,
  tellPage: () => void,
  lock: () => Promise<void>,
): void {
  let waiting: NodeJS.Timeout | undefined;
  const goingAway = () => {
    tellPage();
    clearTimeout(waiting);
    waiting = setTimeout(() => {
      // What could not be locked now is locked by the idle watch; there is nobody to tell.
      lock().catch(() => undefined);
    }, patience);
  };
  power.on('suspend', goingAway);
  power.on('lock-screen', goingAway);
}
