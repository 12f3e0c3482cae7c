export type IdleWatch = {
  /** Marks work under way; returns what marks its end. */
  readonly begin: () => () => void;
  readonly stop: () => void;
};

/**
 * Calls `onIdle` once when nothing has been under way for `milliseconds`. Work that lasts longer is not idleness.
 * @param milliseconds undefined: never.
 */
export function createIdleWatch(milliseconds: number | undefined, onIdle: () => void): IdleWatch {
  if (milliseconds === undefined) return { begin: () => () => undefined, stop: () => undefined };
  let underWay = 0;
  let stopped = false;
  let timer: NodeJS.Timeout | undefined;
  const wait = (): void => {
    if (!stopped && underWay === 0) timer = setTimeout(onIdle, milliseconds);
  };
  wait();
  return {
    begin: () => {
      clearTimeout(timer);
      underWay += 1;
      let ended = false;
      return () => {
        if (ended) return;
        ended = true;
        underWay -= 1;
        wait();
      };
    },
    stop: () => {
      stopped = true;
      clearTimeout(timer);
    },
  };
}
