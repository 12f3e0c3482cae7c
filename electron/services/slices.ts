const longestSlice = 8; // milliseconds

/** Lets whatever waits have its turn. */
export const breathe = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

/** Long work calls the result after every small step; now and then others have their turn. */
export function createRests(): () => Promise<void> {
  let begun = performance.now();
  return async () => {
    if (performance.now() - begun < longestSlice) return;
    await breathe();
    begun = performance.now();
  };
}

/**
 * Does something with each of these, some milliseconds at a time: what others ask for meanwhile is answered in between.
 * What is added to a collection while it runs is left out; what is taken from it is not.
 */
export async function inSlices<T>(items: Iterable<T>, work: (item: T, at: number) => void): Promise<void> {
  const rest = createRests();
  for (const [at, item] of [...items].entries()) {
    work(item, at);
    await rest();
  }
}
