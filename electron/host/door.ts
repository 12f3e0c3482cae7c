import { Hono } from 'hono';
import type { UploadIntake } from '#electron/services/ports.ts';
import { type BlobReader, blobRoute } from './blob-route.ts';
import { crossing } from './crossing.ts';
import type { FailureLog } from './failure-log.ts';
import { type OutgoingReader, outgoingRoute } from './outgoing-route.ts';
import { isDataPath, isPlainPath } from './paths.ts';
import { refuse } from './refusal.ts';
import type { AppRouter } from './router.ts';
import { rpcRoute } from './rpc-route.ts';
import { newNonce, secured } from './security-headers.ts';
import { answerStatic } from './static-route.ts';
import type { Statics } from './statics.ts';
import { uploadRoute } from './upload-route.ts';

/** The whole app as one function, the same for every host. It never rejects. */
export type Door = (request: Request) => Promise<Response>;

export type DoorParts = {
  readonly router: AppRouter;
  readonly statics: Statics;
  readonly uploads: UploadIntake;
  readonly blobs: BlobReader;
  readonly outgoing: OutgoingReader;
  readonly failureLog: FailureLog;
  /** The time in milliseconds, for the life of download tickets. */
  readonly now?: (() => number) | undefined;
};

/**
 * `/rpc/*` to the router, `/uploads`, `/blobs` and `/outgoing` for bytes, everything else from the build's list. The door checks
 * what is asked; who may ask is each host's business (the desktop's own protocol, the loopback host's guards).
 */
export function createDoor(parts: DoorParts): Door {
  const { router, statics, uploads, blobs, outgoing, failureLog, now = Date.now } = parts;
  const call = rpcRoute(router);
  const data = new Hono()
    .all('/rpc/*', (c) => call(c.req.raw))
    .route('/uploads', uploadRoute(uploads))
    .route('/blobs', blobRoute(blobs))
    .route('/outgoing', outgoingRoute(outgoing, now))
    .notFound(() => refuse('NOTHING_HERE'))
    .onError((thrown, c) => {
      const { code, data, status } = crossing(thrown, () => true, failureLog, area(c.req.path));
      // A chunk at the wrong place is a matter of state, not of form.
      const conflict = code === 'INVALID' && c.req.method === 'PUT';
      return Response.json({ code, data }, { status: conflict ? 409 : status });
    });

  return async (request) => {
    const nonce = newNonce();
    const path = new URL(request.url).pathname;
    if (!isPlainPath(path)) return secured(refuse('NOTHING_HERE'), nonce);
    // HEAD would open a file only to drop it.
    if (request.method === 'HEAD' && isDataPath(path)) return secured(refuse('WRONG_METHOD'), nonce);
    try {
      const answer = isDataPath(path) ? data.fetch(request) : answerStatic(request, path, nonce, statics);
      return secured(await answer, nonce);
    } catch (thrown) {
      const { code, data, status } = crossing(thrown, () => false, failureLog, area(path));
      return secured(Response.json({ code, data }, { status }), nonce);
    }
  };
}

/** The first segment alone: ids and file names stay out of the log. */
const area = (path: string): string => (isDataPath(path) ? (path.split('/')[1] ?? '') : 'statics');
