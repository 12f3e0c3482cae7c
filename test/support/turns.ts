import { readFileSync } from 'node:fs';

const own = `/proc/self/task/${process.pid}/schedstat`;

/**
 * A clock that stands still while this thread waits for a processor that others use, where the system tells (Linux); else
 * the one on the wall. Milliseconds.
 */
export const threadTime = ((): (() => number) => {
  const read = () => Number(readFileSync(own, 'latin1').split(' ', 1)[0]) / 1e6;
  try {
    return Number.isFinite(read()) ? read : () => performance.now();
  } catch {
    return () => performance.now();
  }
})();

/**
 * Asks the event loop for a turn every millisecond, and notes the longest that this thread worked without giving one: what
 * somebody on a quiet machine waits. Call what it gives back for that. Milliseconds.
 */
export function watchTurns(): () => number {
  let longest = 0;
  let last = threadTime();
  const turn = () => {
    const now = threadTime();
    longest = Math.max(longest, now - last);
    last = now;
  };
  const timer = setInterval(turn, 1);
  return () => {
    clearInterval(timer);
    // What ran last may have been the longest.
    turn();
    return longest;
  };
}
