import type { IncomingMessage, ServerResponse } from 'node:http';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';

/** The headers as they came, in order, with repeats; Node's own object has already joined or dropped them. */
export const rawPairs = (incoming: IncomingMessage): readonly (readonly [string, string])[] =>
  Array.from({ length: incoming.rawHeaders.length / 2 }, (_, at) => [
    incoming.rawHeaders[2 * at] ?? '',
    incoming.rawHeaders[2 * at + 1] ?? '',
  ]);

/**
 * A request that has passed the guard, with its whole body, as the door takes it; undefined when the body is longer
 * than `limit` bytes. Fails when the client goes away while sending.
 */
export async function toRequest(
  incoming: IncomingMessage,
  origin: string,
  limit: number,
  signal: AbortSignal,
): Promise<Request | undefined> {
  const method = incoming.method ?? 'GET';
  const headers = new Headers();
  for (const [name, value] of rawPairs(incoming)) headers.append(name, value);
  const url = `${origin}${incoming.url ?? '/'}`;
  if (method === 'GET' || method === 'HEAD') return new Request(url, { method, headers, signal });
  const body = await readIncoming(incoming, limit);
  return body === undefined ? undefined : new Request(url, { method, headers, body, signal });
}

async function readIncoming(
  incoming: IncomingMessage,
  limit: number,
): Promise<Buffer<ArrayBuffer> | undefined> {
  if (Number(incoming.headers['content-length'] ?? 0) > limit) return undefined;
  const chunks: Buffer[] = [];
  let length = 0;
  // Not `for await`: leaving that early destroys the socket before the refusal is sent.
  return new Promise((resolve, reject) => {
    incoming.on('data', (chunk: Buffer) => {
      length += chunk.byteLength;
      if (length <= limit) chunks.push(chunk);
      else {
        incoming.pause();
        resolve(undefined);
      }
    });
    incoming.on('end', () => resolve(Buffer.concat(chunks)));
    incoming.on('error', reject);
    incoming.on('close', () => reject(new Error('the client went away')));
  });
}

/** Sends a response, streaming its body; fails when the body fails or the client goes away, with the socket closed. */
export async function send(response: Response, outgoing: ServerResponse): Promise<void> {
  outgoing.writeHead(response.status, Object.fromEntries(response.headers));
  if (response.body === null) outgoing.end();
  else await pipeline(Readable.from(response.body), outgoing);
}
