import { useEffect, useRef } from 'react';
import { singleKeysOn } from '#renderer/ui/single-keys.ts';
import { isDialogueOpen, isTyping } from '#renderer/ui/typing.ts';

export type RoomDoes = {
  readonly capability: (by: 1 | -1) => void;
  readonly doctor: (by: 1 | -1) => void;
  /** The place of a level, from 0. */
  readonly level: (place: number) => void;
  readonly evidence: () => void;
  readonly page: (by: 1 | -1) => void;
  readonly note: () => void;
  readonly timer: () => void;
  readonly compare: () => void;
  readonly help: () => void;
};

const moves: Readonly<Record<string, (does: RoomDoes) => void>> = {
  j: ({ capability }) => capability(1),
  k: ({ capability }) => capability(-1),
  arrowdown: ({ capability }) => capability(1),
  arrowup: ({ capability }) => capability(-1),
  ']': ({ doctor }) => doctor(1),
  '[': ({ doctor }) => doctor(-1),
  o: ({ evidence }) => evidence(),
  e: ({ page }) => page(1),
  q: ({ page }) => page(-1),
  n: ({ note }) => note(),
  t: ({ timer }) => timer(),
  c: ({ compare }) => compare(),
  '?': ({ help }) => help(),
};

/** What the arrows scroll, or move through, by themselves. */
const ownsArrows = (target: EventTarget | null) =>
  target instanceof HTMLElement && target.closest('input, [data-scrolls], section[tabindex]') !== null;

function doesOf(event: KeyboardEvent): ((does: RoomDoes) => void) | undefined {
  const key = event.key.toLowerCase();
  const arrow = key === 'arrowdown' || key === 'arrowup';
  // With Alt also while typing.
  if (event.altKey) return arrow ? moves[key] : undefined;
  if (isTyping(event.target) || !singleKeysOn() || (arrow && ownsArrows(event.target))) return undefined;
  return /^[1-4]$/.test(key) ? ({ level }) => level(Number(key) - 1) : moves[key];
}

/** The keys of the panel room. A key alone rests while somebody types, and can be switched off in Settings. */
export function useRoomKeys(does: RoomDoes): void {
  const latest = useRef(does);
  latest.current = does;
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.ctrlKey || event.metaKey || isDialogueOpen()) return;
      const found = doesOf(event);
      if (found === undefined) return;
      event.preventDefault();
      found(latest.current);
    };
    window.addEventListener('keydown', onKeyDown);
    return () => window.removeEventListener('keydown', onKeyDown);
  }, []);
}
