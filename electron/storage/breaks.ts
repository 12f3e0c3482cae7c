import { setImmediate as breathe } from 'node:timers/promises';

const longest = 8;

/** Long work calls the result after every small step; now and then it lets others run. Never longer than some 8 ms. */
export function createBreaks(): () => Promise<void> | undefined {
  let last = performance.now();
  return () => {
    if (performance.now() - last < longest) return undefined;
    return breathe().then(() => {
      last = performance.now();
    });
  };
}
