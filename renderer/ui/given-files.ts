import { useEffect, useEffectEvent } from 'react';

/** Screens that take files which were dropped elsewhere. */
export type FilePlace = 'add-files' | 'import' | 'receive' | 'card';

const waiting = new Map<FilePlace, readonly File[]>();
const takers = new Map<FilePlace, (files: readonly File[]) => void>();

/** Hands files to a screen: at once where it is open, else when it is opened next. */
export function giveFiles(place: FilePlace, files: readonly File[]): void {
  const taker = takers.get(place);
  if (taker === undefined) waiting.set(place, files);
  else taker(files);
}

/** Takes what was handed to this screen, now and while it is open. @param place null for none. */
export function useGivenFiles(place: FilePlace | null, onFiles: (files: readonly File[]) => void): void {
  const take = useEffectEvent(onFiles);
  useEffect(() => {
    if (place === null) return;
    const taker = (files: readonly File[]) => take(files);
    takers.set(place, taker);
    const files = waiting.get(place);
    waiting.delete(place);
    if (files !== undefined) taker(files);
    return () => {
      if (takers.get(place) === taker) takers.delete(place);
    };
  }, [place]);
}
