import { useEffect, useEffectEvent } from 'react';
import { isDialogueOpen, isTyping } from '#renderer/ui/typing.ts';

/** While marks are being made, the keys for undo are about them and not about the portfolio. */
export function useUndoKeys(keys: { readonly undo: () => void; readonly redo: () => void }): void {
  const press = useEffectEvent((event: KeyboardEvent) => {
    if (!(event.ctrlKey || event.metaKey) || event.altKey) return;
    const key = event.key.toLowerCase();
    if (key !== 'z' && key !== 'y') return;
    if (isTyping(event.target) || isDialogueOpen()) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    if (key === 'y' || event.shiftKey) keys.redo();
    else keys.undo();
  });
  useEffect(() => {
    // Before anybody else hears of it.
    window.addEventListener('keydown', press, { capture: true });
    return () => window.removeEventListener('keydown', press, { capture: true });
  }, []);
}
