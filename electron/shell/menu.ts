import type { MenuItemConstructorOptions } from 'electron';
import type { MenuCommand } from '#shared/contract/bridge.ts';
import { words } from './words.ts';

export type MenuOptions = {
  readonly platform: NodeJS.Platform;
  /** Reloading and developer tools, only in a copy that is not packaged. */
  readonly developing: boolean;
  readonly send: (command: MenuCommand) => void;
};

/** The menu as data: commands go to the page, everything else is one of the system's own roles. */
export function menuTemplate({ platform, developing, send }: MenuOptions): MenuItemConstructorOptions[] {
  const mac = platform === 'darwin';
  const command = (label: string, name: MenuCommand, accelerator: string): MenuItemConstructorOptions => ({
    label,
    accelerator,
    click: () => send(name),
  });
  const separator: MenuItemConstructorOptions = { type: 'separator' };
  const settings = command(words.settings, 'settings', 'CmdOrCtrl+,');
  const lock = command(words.lock, 'lock', 'CmdOrCtrl+Shift+L');
  return [
    ...(mac ? [appMenu([settings, lock])] : []),
    {
      label: words.file,
      submenu: [
        command(words.addEvidence, 'add-evidence', 'CmdOrCtrl+N'),
        command(words.quickAdd, 'quick-add', 'CmdOrCtrl+Shift+A'),
        command(words.verify, 'verify', 'CmdOrCtrl+O'),
        separator,
        ...(mac ? [] : [settings, lock, separator]),
        { role: mac ? 'close' : 'quit' },
      ],
    },
    {
      label: words.edit,
      submenu: [
        { role: 'undo' },
        { role: 'redo' },
        separator,
        command(words.undoChange, 'undo-change', 'CmdOrCtrl+Alt+Z'),
        command(words.redoChange, 'redo-change', 'CmdOrCtrl+Alt+Shift+Z'),
        separator,
        { role: 'cut' },
        { role: 'copy' },
        { role: 'paste' },
        { role: 'pasteAndMatchStyle' },
        { role: 'selectAll' },
        separator,
        command(words.find, 'command-palette', 'CmdOrCtrl+K'),
      ],
    },
    {
      label: words.view,
      submenu: [
        { role: 'resetZoom' },
        { role: 'zoomIn' },
        { role: 'zoomOut' },
        separator,
        { role: 'togglefullscreen' },
        ...(developing ? [separator, { role: 'reload' } as const, { role: 'toggleDevTools' } as const] : []),
      ],
    },
    { role: 'windowMenu' },
    {
      role: 'help',
      label: words.help,
      submenu: [
        command(words.shortcuts, 'shortcuts', 'CmdOrCtrl+/'),
        ...(mac ? [] : [separator, { role: 'about' } as const]),
      ],
    },
  ];
}

function appMenu(items: readonly MenuItemConstructorOptions[]): MenuItemConstructorOptions {
  return {
    role: 'appMenu',
    submenu: [
      { role: 'about' },
      { type: 'separator' },
      ...items,
      { type: 'separator' },
      { role: 'services' },
      { type: 'separator' },
      { role: 'hide' },
      { role: 'hideOthers' },
      { role: 'unhide' },
      { type: 'separator' },
      { role: 'quit' },
    ],
  };
}
