import type { BrowserWindowConstructorOptions, Session } from 'electron';

/** Electron's security checklist, items 2, 3, 4, 6, 8 and 9. `test/unit/shell` holds every line to it. */
export function windowOptions(
  session: Session,
  preload: string,
  dark: boolean,
): BrowserWindowConstructorOptions {
  return {
    title: 'Waymark',
    width: 1280,
    height: 800,
    minWidth: 480,
    minHeight: 480,
    // Shown when the page has drawn, so that nobody sees an empty white window.
    show: false,
    backgroundColor: dark ? '#1a1b1e' : '#ffffff',
    webPreferences: {
      session,
      preload,
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      nodeIntegrationInWorker: false,
      nodeIntegrationInSubFrames: false,
      webSecurity: true,
      allowRunningInsecureContent: false,
      experimentalFeatures: false,
      webviewTag: false,
      plugins: false,
      navigateOnDragDrop: false,
      safeDialogs: true,
      spellcheck: false,
    },
  };
}
