import { useEffect, useRef } from 'react';
import { singleKeysOn } from '#renderer/ui/single-keys.ts';
import { isDialogueOpen, isTyping } from '#renderer/ui/typing.ts';

type Keys = {
  readonly onMove: (by: 1 | -1) => void;
  /** The place of a level, from 0. */
  readonly onLevel: (place: number) => void;
};

/** Alt with an arrow moves, also while typing; J, K and 1 to 6 work when nobody is typing and can be switched off. */
export function useCapabilityKeys(keys: Keys): void {
  const latest = useRef(keys);
  latest.current = keys;
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      const { key, altKey, target } = event;
      if (event.defaultPrevented || event.ctrlKey || event.metaKey || isDialogueOpen()) return;
      const alone = !altKey && !isTyping(target) && singleKeysOn();
      const by =
        (altKey && key === 'ArrowDown') || (alone && key.toLowerCase() === 'j')
          ? 1
          : (altKey && key === 'ArrowUp') || (alone && key.toLowerCase() === 'k')
            ? -1
            : 0;
      if (by === 0 && !(alone && /^[1-6]$/.test(key))) return;
      event.preventDefault();
      if (by === 0) latest.current.onLevel(Number(key) - 1);
      else latest.current.onMove(by);
    };
    window.addEventListener('keydown', onKeyDown);
    return () => window.removeEventListener('keydown', onKeyDown);
  }, []);
}
