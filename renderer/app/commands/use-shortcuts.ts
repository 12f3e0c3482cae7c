import { useHotkeys } from '@mantine/hooks';
import { singleKeysOn } from '#renderer/ui/single-keys.ts';
import { isDialogueOpen, isTyping } from '#renderer/ui/typing.ts';
import type { Commands } from './use-menu-commands.ts';

/** Keys that work on every screen; `shortcuts-dialog.tsx` lists them. Those without a modifier rest while typing. */
export function useShortcuts(commands: Commands): void {
  useHotkeys(
    [
      ['mod + shift + A', commands['quick-add']],
      ['mod + shift + E', commands['add-evidence']],
      ['mod + shift + L', commands.lock],
      ['mod + slash', commands.shortcuts],
    ],
    [],
  );
  // In a field, and in a dialogue, these keys belong to what is typed there.
  const unlessTyping = (change: () => void) => (event: KeyboardEvent) => {
    if (isTyping(event.target) || isDialogueOpen()) return;
    event.preventDefault();
    change();
  };
  const passive = { preventDefault: false };
  useHotkeys(
    [
      ['mod + Z', unlessTyping(commands['undo-change']), passive],
      ['mod + shift + Z', unlessTyping(commands['redo-change']), passive],
    ],
    [],
  );
  useHotkeys(
    [['shift + ?', () => (singleKeysOn() ? commands.shortcuts() : undefined)]],
    ['INPUT', 'TEXTAREA', 'SELECT'],
  );
}
