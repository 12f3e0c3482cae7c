import type { Protocol } from 'electron';
import { appScheme, isAppAddress } from './origin.ts';

export type Door = (request: Request) => Promise<Response>;

/**
 * Tells the engine what `app:` is; only possible before the app is ready. It gets what a page needs (an origin, a
 * secure context, fetch, streams) and neither service workers, CORS, CSP bypass, extensions nor a code cache on disk.
 */
export function registerAppScheme(protocol: Pick<Protocol, 'registerSchemesAsPrivileged'>): void {
  protocol.registerSchemesAsPrivileged([
    {
      scheme: appScheme,
      privileges: { standard: true, secure: true, supportFetchAPI: true, stream: true },
    },
  ]);
}

/** Passes requests for `app://bundle` to the door; any other host of the scheme does not exist. */
export function serveApp(protocol: Pick<Protocol, 'handle'>, door: Door): void {
  protocol.handle(appScheme, (request) =>
    isAppAddress(request.url) ? door(request) : new Response(null, { status: 404 }),
  );
}
