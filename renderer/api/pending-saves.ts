type Flush = () => Promise<boolean>;
const flushes = new Set<Flush>();

/** A form that saves by itself registers here while it is on the screen. Returns its own remover. */
export function registerFlush(flush: Flush): () => void {
  flushes.add(flush);
  return () => flushes.delete(flush);
}

/** Saves whatever is still waiting: before locking, for one. True when nothing is left unsaved. */
export async function flushAll(): Promise<boolean> {
  const results = await Promise.all([...flushes].map((flush) => flush()));
  return results.every((saved) => saved);
}
