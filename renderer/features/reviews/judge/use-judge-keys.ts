import { useEffect, useRef } from 'react';
import { singleKeysOn } from '#renderer/ui/single-keys.ts';
import { isDialogueOpen, isTyping } from '#renderer/ui/typing.ts';

type JudgeKeys = {
  /** 1 for the next capability, -1 for the one before. */
  readonly onMove: (by: 1 | -1) => void;
  /** The place of a level, from 0. */
  readonly onLevel: (place: number) => void;
};

/** Alt with an arrow moves, also while typing; J, K and 1 to 4 work when nobody is typing and can be switched off. */
export function useJudgeKeys(keys: JudgeKeys): void {
  const latest = useRef(keys);
  latest.current = keys;
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.ctrlKey || event.metaKey || isDialogueOpen()) return;
      const does = event.altKey ? withAlt(event) : alone(event);
      if (does === undefined) return;
      event.preventDefault();
      does(latest.current);
    };
    window.addEventListener('keydown', onKeyDown);
    return () => window.removeEventListener('keydown', onKeyDown);
  }, []);
}

type Does = (keys: JudgeKeys) => void;

function withAlt({ key }: KeyboardEvent): Does | undefined {
  if (key === 'ArrowDown') return ({ onMove }) => onMove(1);
  if (key === 'ArrowUp') return ({ onMove }) => onMove(-1);
  return undefined;
}

function alone({ key, target }: KeyboardEvent): Does | undefined {
  if (isTyping(target) || !singleKeysOn()) return undefined;
  if (key === 'j' || key === 'J') return ({ onMove }) => onMove(1);
  if (key === 'k' || key === 'K') return ({ onMove }) => onMove(-1);
  return /^[1-4]$/.test(key) ? ({ onLevel }) => onLevel(Number(key) - 1) : undefined;
}
