import { useHotkeys } from '@mantine/hooks';
import { singleKeysOn } from '#renderer/ui/single-keys.ts';
import type { Commands } from './use-menu-commands.ts';

/** Keys that work on every screen; `shortcuts-dialog.tsx` lists them. Those without a modifier rest while typing. */
export function useShortcuts(commands: Commands): void {
  useHotkeys(
    [
      ['mod + shift + E', commands['add-evidence']],
      ['mod + shift + L', commands.lock],
      ['mod + slash', commands.shortcuts],
    ],
    [],
  );
  useHotkeys(
    [['shift + ?', () => (singleKeysOn() ? commands.shortcuts() : undefined)]],
    ['INPUT', 'TEXTAREA', 'SELECT'],
  );
}
