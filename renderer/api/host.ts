import type { WaymarkBridge } from '#shared/contract/bridge.ts';

declare global {
  interface Window {
    /** Put there by the desktop app's preload; absent in a browser. */
    readonly waymark?: WaymarkBridge;
  }
}

/** The desktop app's bridge, or undefined in a browser. */
export const bridge = (): WaymarkBridge | undefined => window.waymark;
