import { useEffect, useRef } from 'react';
import { singleKeysOn } from '#renderer/ui/single-keys.ts';
import { isDialogueOpen, isTyping } from '#renderer/ui/typing.ts';

export type QueueKey = 'a' | 'r' | 'c' | 's' | 'n' | 'p' | 'v' | 'b' | 'l';
export type QueueKeys = Readonly<Record<QueueKey, () => void>> & {
  /** Ctrl or Cmd with Enter, also while typing. */
  readonly send: () => void;
  /** Whether single keys mean nothing at this moment. */
  readonly resting: () => boolean;
};

const isKey = (key: string): key is QueueKey => /^[arcsnpvbl]$/.test(key);

/** Single keys of the queue, where nobody is typing and they are not switched off; a key held down acts once. */
export function useQueueKeys(keys: QueueKeys): void {
  const latest = useRef(keys);
  latest.current = keys;
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.repeat || event.altKey || isDialogueOpen()) return;
      const mod = event.ctrlKey || event.metaKey;
      if (mod && event.key === 'Enter') {
        event.preventDefault();
        latest.current.send();
        return;
      }
      const key = event.key.toLowerCase();
      if (
        mod ||
        event.shiftKey ||
        isTyping(event.target) ||
        latest.current.resting() ||
        !singleKeysOn() ||
        !isKey(key)
      )
        return;
      event.preventDefault();
      latest.current[key]();
    };
    window.addEventListener('keydown', onKeyDown);
    return () => window.removeEventListener('keydown', onKeyDown);
  }, []);
}
