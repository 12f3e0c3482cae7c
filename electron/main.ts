import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import {
  app,
  BrowserWindow,
  dialog,
  Menu,
  nativeTheme,
  powerMonitor,
  protocol,
  safeStorage,
  session,
  shell,
} from 'electron';
import { createApp } from './app.ts';
import { defaultBackupRoot, defaultVaultFolder, engineFolder, eventLogFile } from './default-folder.ts';
import { createEventLog } from './event-log.ts';
import { createKeychain } from './shell/keychain.ts';
import { startDesktop } from './shell/start-desktop.ts';

const engine = engineFolder();
mkdirSync(engine, { recursive: true, mode: 0o700 });

// Not awaited: Electron becomes ready only after this file has run to its end.
void startDesktop({
  electron: { app, BrowserWindow, dialog, Menu, nativeTheme, powerMonitor, protocol, session, shell },
  platform: process.platform,
  engineFolder: engine,
  preload: join(import.meta.dirname, '..', 'preload', 'preload.cjs'),
  openApp: () =>
    createApp({
      vaultFolder: defaultVaultFolder(),
      host: 'desktop',
      keychain: createKeychain(safeStorage, process.platform),
      autoLock: {},
      log: createEventLog(eventLogFile()),
      backupRoot: defaultBackupRoot(),
      automaticBackups: true,
      readFiles: true,
    }),
});
