import { contextBridge, ipcRenderer } from 'electron';
import { menuChannel, menuCommands, type WaymarkBridge } from '#shared/contract/bridge.ts';

/**
 * All that crosses from the desktop to the page: which host this is, and the menu's commands. The page can send
 * nothing back this way; it talks to the app through the door, as it does in a browser.
 */
const bridge: WaymarkBridge = {
  host: 'desktop',
  onMenu: (listener) => {
    // The event itself carries a way to send messages, so only the checked command is passed on.
    const relay = (_event: unknown, sent: unknown) => {
      const command = menuCommands.find((known) => known === sent);
      if (command !== undefined) listener(command);
    };
    ipcRenderer.on(menuChannel, relay);
    return () => {
      ipcRenderer.removeListener(menuChannel, relay);
    };
  },
};

contextBridge.exposeInMainWorld('waymark', bridge);
