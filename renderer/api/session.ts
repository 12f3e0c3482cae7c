import { setConnection } from './connection.ts';
import { bridge } from './host.ts';

const storageKey = 'waymark.session';
const tokenPrefix = '#token=';

/** Kept for this tab only, so that a reload does not lock people out and closing the tab ends it. */
let session: string | null = null;

/**
 * Trades the one-time token in the address for a session key and takes the token out of the address. The desktop
 * app needs neither. Resolves in every case; a page without a key shows so through the connection.
 */
export async function startSession(): Promise<void> {
  if (bridge() !== undefined) return;
  const token = takeBootToken();
  if (token !== null) await trade(token);
  session ??= sessionStorage.getItem(storageKey);
  if (session === null) setConnection('no-session');
}

/** The header every call carries in a browser. */
export const sessionHeaders = (): Record<string, string> =>
  session === null ? {} : { authorization: `Bearer ${session}` };

export function endSession(): void {
  session = null;
  sessionStorage.removeItem(storageKey);
  setConnection('no-session');
}

function takeBootToken(): string | null {
  if (!location.hash.startsWith(tokenPrefix)) return null;
  const token = decodeURIComponent(location.hash.slice(tokenPrefix.length));
  history.replaceState(history.state, '', location.pathname + location.search);
  return token;
}

async function trade(token: string): Promise<void> {
  try {
    const answer = await fetch('/session', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ token }),
    });
    if (!answer.ok) return;
    const body: unknown = await answer.json();
    if (typeof body !== 'object' || body === null || !('session' in body)) return;
    if (typeof body.session !== 'string') return;
    session = body.session;
    sessionStorage.setItem(storageKey, session);
  } catch {
    setConnection('lost');
  }
}
