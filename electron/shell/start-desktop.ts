import type Electron from 'electron';
import { type MenuCommand, menuChannel } from '#shared/contract/bridge.ts';
import { type Door, registerAppScheme, serveApp } from './app-protocol.ts';
import { closeBeforeQuit } from './closing.ts';
import { offerLink } from './external-links.ts';
import { menuTemplate } from './menu.ts';
import { silenceEngine } from './network.ts';
import { guardPages, guardSessions } from './policies.ts';
import { lockWithTheComputer } from './power.ts';
import { claimSingleInstance } from './single-instance.ts';
import { openWindow } from './window.ts';
import { windowOptions } from './window-options.ts';
import { words } from './words.ts';

/** The parts of Electron the shell uses; handed in, so that tests can hand in others of the same types. */
export type ElectronParts = Pick<
  typeof Electron,
  | 'app'
  | 'BrowserWindow'
  | 'Menu'
  | 'dialog'
  | 'nativeTheme'
  | 'powerMonitor'
  | 'protocol'
  | 'session'
  | 'shell'
>;

export type DesktopOptions = {
  readonly electron: ElectronParts;
  readonly platform: NodeJS.Platform;
  /** An existing folder for the browser engine's own files; `--user-data-dir` on the command line wins. */
  readonly engineFolder: string;
  /** The built preload. */
  readonly preload: string;
  readonly openApp: () => Promise<{
    readonly door: Door;
    readonly lock: () => Promise<void>;
    readonly close: () => Promise<void>;
  }>;
};

/**
 * Starts the desktop: everything that must precede Electron's ready event first, then the app and its window.
 * The crash reporter is never started.
 */
export async function startDesktop(options: DesktopOptions): Promise<void> {
  const { electron, engineFolder } = options;
  const { app, dialog, protocol, shell } = electron;
  let window: Electron.BrowserWindow | undefined;

  app.enableSandbox();
  silenceEngine(app.commandLine);
  if (!app.commandLine.hasSwitch('user-data-dir')) app.setPath('userData', engineFolder);
  if (!claimSingleInstance(app, () => window)) return;
  registerAppScheme(protocol);
  guardSessions(app);
  guardPages(app, (address) => {
    if (window !== undefined) void offerLink({ dialog, shell }, window, address);
  });

  await app.whenReady();
  try {
    window = await openDesktop(options);
    window.once('closed', () => {
      window = undefined;
    });
  } catch {
    dialog.showErrorBox(words.cannotStart, words.cannotStartAdvice);
    app.exit(1);
  }
}

async function openDesktop({
  electron,
  platform,
  preload,
  openApp,
}: DesktopOptions): Promise<Electron.BrowserWindow> {
  const { app, BrowserWindow, Menu, dialog, nativeTheme, powerMonitor, session } = electron;
  const { door, lock, close } = await openApp();
  closeBeforeQuit(app, dialog, close);
  // No `persist:`: the page leaves neither cache nor storage on disk, where nothing would encrypt it.
  const pageSession = session.fromPartition('waymark');
  serveApp(pageSession.protocol, door);
  const window = openWindow(
    { create: (settings) => new BrowserWindow(settings), dialog },
    windowOptions(pageSession, preload, nativeTheme.shouldUseDarkColors),
  );
  const send = (command: MenuCommand) => {
    if (!window.isDestroyed()) window.webContents.send(menuChannel, command);
  };
  lockWithTheComputer(powerMonitor, () => send('lock'), lock);
  Menu.setApplicationMenu(
    Menu.buildFromTemplate(menuTemplate({ platform, developing: !app.isPackaged, send })),
  );
  return window;
}
