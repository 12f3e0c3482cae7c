import type { App, Session, WebContents } from 'electron';
import { isAppAddress, isAppBlob } from './origin.ts';

/** Developer tools load their own page; they exist only in a copy that is not packaged. */
const isDeveloperTools = (address: string): boolean => address.startsWith('devtools://devtools/');

/** Everything but the app itself is cancelled before it can reach a socket. */
export function blockNetwork(
  session: Pick<Session, 'webRequest' | 'setSpellCheckerEnabled'>,
  { developing }: { readonly developing: boolean },
): void {
  session.webRequest.onBeforeRequest(({ url }, answer) =>
    answer({ cancel: !(isAppAddress(url) || isAppBlob(url) || (developing && isDeveloperTools(url))) }),
  );
  // The spelling dictionary is fetched from elsewhere the moment this is on, whatever the window says (electron#22995).
  session.setSpellCheckerEnabled(false);
}

/** WebRTC does not pass `onBeforeRequest`: it may use only a proxy, and there is none. */
export function blockWebRtc(contents: Pick<WebContents, 'setWebRTCIPHandlingPolicy'>): void {
  contents.setWebRTCIPHandlingPolicy('disable_non_proxied_udp');
}

/** A second wall below the sessions: no name resolves, and the engine makes no calls of its own. Before ready. */
export function silenceEngine(commandLine: App['commandLine']): void {
  commandLine.appendSwitch('host-resolver-rules', 'MAP * ~NOTFOUND');
  for (const name of [
    'disable-background-networking',
    'disable-component-update',
    'disable-domain-reliability',
    'no-pings',
  ])
    commandLine.appendSwitch(name);
}
