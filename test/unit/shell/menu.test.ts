import type { MenuItemConstructorOptions } from 'electron';
import { describe, expect, it } from 'vitest';
import { menuTemplate } from '#electron/shell/menu.ts';
import { type MenuCommand, menuCommands } from '#shared/contract/bridge.ts';

const flat = (items: readonly MenuItemConstructorOptions[]): MenuItemConstructorOptions[] =>
  items.flatMap((item) => [item, ...(Array.isArray(item.submenu) ? flat(item.submenu) : [])]);

function menu(platform: NodeJS.Platform, developing = false) {
  const sent: MenuCommand[] = [];
  const top = menuTemplate({ platform, developing, send: (command) => sent.push(command) });
  const items = flat(top);
  const click = (item: MenuItemConstructorOptions) => (item.click as (() => void) | undefined)?.();
  return { top, items, sent, click, roles: items.flatMap(({ role }) => (role === undefined ? [] : [role])) };
}

describe.each(['linux', 'win32', 'darwin'] as const)('the menu on %s', (platform) => {
  it('sends every command the page knows, each once', () => {
    const { items, sent, click } = menu(platform);
    for (const item of items) click(item);
    expect([...sent].sort()).toEqual([...menuCommands].sort());
  });

  it('gives each command a label and a key of its own', () => {
    const commands = menu(platform).items.filter((item) => item.click !== undefined);
    const keys = commands.map(({ accelerator }) => accelerator);
    expect(keys.every((key) => typeof key === 'string' && key.startsWith('CmdOrCtrl+'))).toBe(true);
    expect(new Set(keys).size).toBe(keys.length);
    expect(commands.every(({ label }) => typeof label === 'string' && label.length > 3)).toBe(true);
  });

  it('leaves editing, zoom and quitting to the system', () => {
    const { roles } = menu(platform);
    for (const role of [
      'undo',
      'redo',
      'cut',
      'copy',
      'paste',
      'selectAll',
      'resetZoom',
      'zoomIn',
      'zoomOut',
      'quit',
      'about',
    ])
      expect(
        roles.filter((found) => found === role),
        role,
      ).toHaveLength(1);
  });

  it('has developer tools only while developing', () => {
    expect(menu(platform).roles).not.toContain('toggleDevTools');
    expect(menu(platform).roles).not.toContain('reload');
    expect(menu(platform, true).roles).toEqual(expect.arrayContaining(['toggleDevTools', 'reload']));
  });

  it('has File, Edit, View, Window and Help', () => {
    const names = menu(platform).top.map(({ label, role }) => role ?? label);
    const expected = ['File', 'Edit', 'View', 'windowMenu', 'help'];
    expect(names).toEqual(platform === 'darwin' ? ['appMenu', ...expected] : expected);
  });
});
