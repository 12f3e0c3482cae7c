/** What the desktop menu can ask the page to do. */
export const menuCommands = [
  'lock',
  'settings',
  'verify',
  'add-evidence',
  'quick-add',
  'undo-change',
  'redo-change',
  'command-palette',
  'shortcuts',
] as const;
export type MenuCommand = (typeof menuCommands)[number];
/** The one message the desktop sends to the page. There is none the other way. */
export const menuChannel = 'waymark:menu';

/** All that the desktop's preload gives the page: which host it is in, and the menu's events. */
export type WaymarkBridge = {
  readonly host: 'desktop';
  /** Returns its own remover. */
  readonly onMenu: (listener: (command: MenuCommand) => void) => () => void;
};
