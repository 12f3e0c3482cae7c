import { EventEmitter } from 'node:events';
import type {
  App,
  BrowserWindow,
  BrowserWindowConstructorOptions,
  CustomScheme,
  MenuItemConstructorOptions,
  MessageBoxOptions,
  Session,
  WebContents,
} from 'electron';
import type { ElectronParts } from '#electron/shell/start-desktop.ts';

/**
 * Stands in for a part of Electron. Members are checked against Electron's own types, so that a changed signature is
 * a type error here; a member the shell uses and nobody stood in for is a TypeError in the test.
 */
function standIn<T extends object>(members: { readonly [K in keyof T]?: T[K] }): T & EventEmitter {
  return Object.assign(new EventEmitter(), members) as unknown as T & EventEmitter;
}

/** What one of Electron's setters was last given. */
type Given<T, K extends keyof T> = T[K] extends (handler: infer H, ...rest: never[]) => unknown
  ? NonNullable<H>
  : never;

export type Preventable<P extends object> = Electron.Event<P>;
/** An event as Electron sends it; `defaultPrevented` tells what the policy decided. */
export function preventable<P extends object>(params: P): Preventable<P> {
  const event = {
    ...params,
    defaultPrevented: false,
    preventDefault: () => {
      event.defaultPrevented = true;
    },
  };
  return event as Preventable<P>;
}

export type FakeSession = {
  readonly session: Session & EventEmitter;
  readonly given: {
    permissionRequest?: Given<Session, 'setPermissionRequestHandler'>;
    permissionCheck?: Given<Session, 'setPermissionCheckHandler'>;
    device?: Given<Session, 'setDevicePermissionHandler'>;
    displayMedia?: Given<Session, 'setDisplayMediaRequestHandler'>;
    bluetooth?: Given<Session, 'setBluetoothPairingHandler'>;
    beforeRequest?: (
      details: Electron.OnBeforeRequestListenerDetails,
      callback: (response: Electron.CallbackResponse) => void,
    ) => void;
    protocol?: Parameters<Electron.Protocol['handle']>[1];
    scheme?: string;
    spellChecker?: boolean;
  };
};

export function fakeSession(): FakeSession {
  const given: FakeSession['given'] = {};
  const webRequest: Pick<Electron.WebRequest, 'onBeforeRequest'> = {
    onBeforeRequest: (...args: readonly unknown[]) => {
      // No filter: a filter would let some requests past the policy.
      if (args.length !== 1 || typeof args[0] !== 'function') throw new Error('expected a listener alone');
      given.beforeRequest = args[0] as NonNullable<FakeSession['given']['beforeRequest']>;
    },
  };
  const protocol: Pick<Electron.Protocol, 'handle'> = {
    handle: (scheme, handler) => {
      given.scheme = scheme;
      given.protocol = handler;
    },
  };
  const session = standIn<Session>({
    setPermissionRequestHandler: (handler) => {
      if (handler) given.permissionRequest = handler;
    },
    setPermissionCheckHandler: (handler) => {
      if (handler) given.permissionCheck = handler;
    },
    setDevicePermissionHandler: (handler) => {
      if (handler) given.device = handler;
    },
    setDisplayMediaRequestHandler: (handler) => {
      if (handler) given.displayMedia = handler;
    },
    setBluetoothPairingHandler: (handler) => {
      if (handler) given.bluetooth = handler;
    },
    setSpellCheckerEnabled: (enabled) => {
      given.spellChecker = enabled;
    },
    webRequest: webRequest as Electron.WebRequest,
    protocol: protocol as Electron.Protocol,
  });
  return { session, given };
}

export type FakeContents = {
  readonly contents: WebContents & EventEmitter;
  readonly sent: unknown[][];
  readonly given: {
    windowOpen?: Given<WebContents, 'setWindowOpenHandler'>;
    webRtc?: string;
    reloads: number;
  };
};

export function fakeContents(): FakeContents {
  const given: FakeContents['given'] = { reloads: 0 };
  const sent: unknown[][] = [];
  const contents = standIn<WebContents>({
    setWindowOpenHandler: (handler) => {
      given.windowOpen = handler;
    },
    setWebRTCIPHandlingPolicy: (policy) => {
      given.webRtc = policy;
    },
    send: (...message) => {
      sent.push(message);
    },
    reload: () => {
      given.reloads += 1;
    },
  });
  return { contents, sent, given };
}

export type FakeWindow = FakeContents & {
  readonly window: BrowserWindow & EventEmitter;
  readonly calls: string[];
};

export function fakeWindow(): FakeWindow {
  const page = fakeContents();
  const calls: string[] = [];
  const noted = (name: string) => () => {
    calls.push(name);
  };
  const window = standIn<BrowserWindow>({
    webContents: page.contents,
    show: noted('show'),
    focus: noted('focus'),
    restore: noted('restore'),
    destroy: noted('destroy'),
    isMinimized: () => true,
    isDestroyed: () => false,
    loadURL: async (address) => {
      calls.push(`load ${address}`);
    },
  });
  return { ...page, window, calls };
}

/** A computer's keychain as Electron offers it, with the ways it can fail. */
export function fakeSafeStorage() {
  const state = {
    available: true,
    backend: 'gnome_libsecret' as ReturnType<Electron.SafeStorage['getSelectedStorageBackend']>,
    /** What the keychain encrypts under; another one cannot read it. */
    key: 'this computer',
    rotated: false,
  };
  const safe = standIn<Electron.SafeStorage>({
    isAsyncEncryptionAvailable: async () => state.available,
    getSelectedStorageBackend: () => state.backend,
    encryptStringAsync: async (text) => Buffer.from(`${state.key}|${text}`).reverse(),
    decryptStringAsync: async (bytes) => {
      const [key, result] = Buffer.from(bytes).reverse().toString().split('|');
      if (key !== state.key || result === undefined) throw new Error('cannot be decrypted');
      return { result, shouldReEncrypt: state.rotated };
    },
  });
  return { safe, state };
}

export type FakeElectron = {
  readonly power: Electron.PowerMonitor & EventEmitter;
  readonly parts: ElectronParts;
  readonly app: App & EventEmitter;
  readonly ready: () => void;
  /** What happened, in order. */
  readonly calls: string[];
  readonly sessions: Map<string, FakeSession>;
  readonly windows: (FakeWindow & { readonly options: BrowserWindowConstructorOptions })[];
  readonly schemes: CustomScheme[];
  readonly menus: MenuItemConstructorOptions[][];
  readonly asked: MessageBoxOptions[];
  readonly opened: string[];
  /** The button the next dialog answers with. */
  readonly answer: { button: number };
};

export function fakeElectron({
  firstInstance = true,
  packaged = true,
  switches = [] as readonly string[],
} = {}): FakeElectron {
  const calls: string[] = [];
  const sessions: FakeElectron['sessions'] = new Map();
  const windows: FakeElectron['windows'] = [];
  const schemes: CustomScheme[] = [];
  const menus: MenuItemConstructorOptions[][] = [];
  const asked: MessageBoxOptions[] = [];
  const opened: string[] = [];
  const answer = { button: 0 };
  let ready = (): void => undefined;
  const whenReady = new Promise<void>((resolve) => {
    ready = () => {
      calls.push('ready');
      resolve();
    };
  });

  const commandLine: Pick<Electron.CommandLine, 'appendSwitch' | 'hasSwitch'> = {
    appendSwitch: (name, value) => {
      calls.push(value === undefined ? `switch ${name}` : `switch ${name}=${value}`);
    },
    hasSwitch: (name) => switches.includes(name),
  };
  const app = standIn<App>({
    isPackaged: packaged,
    commandLine: commandLine as Electron.CommandLine,
    enableSandbox: () => {
      calls.push('enableSandbox');
    },
    setPath: (name, folder) => {
      calls.push(`setPath ${name}=${folder}`);
    },
    getPath: (name) => `/home/sample/${name}`,
    requestSingleInstanceLock: () => {
      calls.push('requestSingleInstanceLock');
      return firstInstance;
    },
    whenReady: () => whenReady,
    quit: () => {
      calls.push('quit');
    },
    exit: (code) => {
      calls.push(`exit ${code}`);
    },
  });

  const protocol: Pick<Electron.Protocol, 'registerSchemesAsPrivileged'> = {
    registerSchemesAsPrivileged: (given) => {
      calls.push('registerSchemes');
      schemes.push(...given);
    },
  };
  const fromPartition: typeof Electron.session.fromPartition = (name) => {
    const made = fakeSession();
    sessions.set(name, made);
    app.emit('session-created', made.session);
    return made.session;
  };
  const dialog: Pick<Electron.Dialog, 'showErrorBox'> & {
    showMessageBox: (...args: readonly unknown[]) => Promise<Electron.MessageBoxReturnValue>;
    showMessageBoxSync: (...args: readonly unknown[]) => number;
  } = {
    showMessageBox: async (...args) => {
      asked.push(args.at(-1) as MessageBoxOptions);
      return { response: answer.button, checkboxChecked: false };
    },
    showMessageBoxSync: (...args) => {
      asked.push(args.at(-1) as MessageBoxOptions);
      return answer.button;
    },
    showErrorBox: (title) => {
      calls.push(`error box: ${title}`);
    },
  };
  const shell: Pick<Electron.Shell, 'openExternal'> = {
    openExternal: async (address) => {
      opened.push(address);
    },
  };
  function makeWindow(options: BrowserWindowConstructorOptions) {
    const made = { ...fakeWindow(), options };
    windows.push(made);
    calls.push('window');
    app.emit('web-contents-created', preventable({}), made.contents);
    return made.window;
  }
  const power = standIn<Electron.PowerMonitor>({});
  const parts = {
    app,
    powerMonitor: power,
    dialog,
    shell,
    protocol,
    nativeTheme: { shouldUseDarkColors: false },
    session: { fromPartition },
    Menu: {
      buildFromTemplate: (template: MenuItemConstructorOptions[]) => {
        menus.push(template);
        return {};
      },
      setApplicationMenu: () => {
        calls.push('setApplicationMenu');
      },
    },
    BrowserWindow: makeWindow,
  } as unknown as ElectronParts;
  return { power, parts, app, ready, calls, sessions, windows, schemes, menus, asked, opened, answer };
}
