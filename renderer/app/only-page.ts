import { useCallback, useEffect, useState } from 'react';

/** `asking` until the browser has answered; `elsewhere` while another page of this browser has Waymark open. */
export type PageTurn = 'asking' | 'mine' | 'elsewhere';

const name = 'waymark-page';
const forGood = () => new Promise<never>(() => undefined);

/**
 * Lets one page at a time write: a copied tab would save over what the other has just saved. The browser holds the
 * lock and lets go of it when the page closes or crashes.
 * @returns whose turn it is, and `takeOver`, which moves it here and reads everything anew.
 */
export function useOnlyPage(): readonly [turn: PageTurn, takeOver: () => void] {
  const [turn, setTurn] = useState<PageTurn>('asking');

  useEffect(() => {
    const gone = new AbortController();
    navigator.locks
      .request(name, { ifAvailable: true }, (lock) => {
        if (gone.signal.aborted) return undefined;
        setTurn(lock === null ? 'elsewhere' : 'mine');
        if (lock === null) return undefined;
        return new Promise<void>((release) => gone.signal.addEventListener('abort', () => release()));
      })
      // Rejected when another page takes over: from then on this one only watches.
      .catch(() => setTurn('elsewhere'));
    return () => gone.abort();
  }, []);

  const takeOver = useCallback(() => {
    void navigator.locks.request(name, { steal: true }, () => {
      // The other page may have saved meanwhile: nothing this one remembers is to be trusted.
      location.reload();
      return forGood();
    });
  }, []);
  return [turn, takeOver];
}
