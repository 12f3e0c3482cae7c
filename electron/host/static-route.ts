import { isScreenPath } from './paths.ts';
import { refuse } from './refusal.ts';
import type { StaticFile, Statics } from './statics.ts';

/** A navigation, as far as the request tells: a custom protocol's requests may carry neither header. */
function isDocument(request: Request): boolean {
  const destination = request.headers.get('sec-fetch-dest');
  if (destination !== null) return destination === 'document';
  const accept = request.headers.get('accept');
  return accept === null || accept.includes('text/html');
}

/** A listed file, or the page for a screen's address that is navigated to; nothing else exists. */
export async function answerStatic(
  request: Request,
  path: string,
  nonce: string,
  statics: Statics,
): Promise<Response> {
  if (request.method !== 'GET' && request.method !== 'HEAD') return refuse('WRONG_METHOD');
  if (path === '/') return send(request, await statics.page(nonce));
  const file = await statics.file(path, nonce);
  if (file !== undefined) return send(request, file);
  if (isScreenPath(path) && isDocument(request)) return send(request, await statics.page(nonce));
  return refuse('NOTHING_HERE');
}

const send = (request: Request, { bytes, type }: StaticFile): Response =>
  new Response(request.method === 'HEAD' ? null : bytes, {
    headers: { 'content-type': type, 'content-length': String(bytes.byteLength) },
  });
