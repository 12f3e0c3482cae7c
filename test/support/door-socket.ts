import { connect } from 'node:net';

export type RawAnswer = { readonly status: number; readonly head: string; readonly body: string };

/**
 * Writes bytes to a port of this machine and reads until the other side closes: what no HTTP client would let us send.
 * @param parts written one after another; the socket is never half-closed by us.
 */
export function rawRequest(port: number, ...parts: readonly (string | Uint8Array)[]): Promise<RawAnswer> {
  return new Promise((resolve, reject) => {
    const socket = connect({ host: '127.0.0.1', port });
    const chunks: Buffer[] = [];
    const done = () => {
      const text = Buffer.concat(chunks).toString('latin1');
      const end = text.indexOf('\r\n\r\n');
      const head = end < 0 ? text : text.slice(0, end);
      resolve({
        status: Number(/^HTTP\/1\.1 (\d{3})/.exec(head)?.[1] ?? 0),
        head,
        body: text.slice(end + 4),
      });
    };
    socket.on('data', (chunk) => chunks.push(chunk));
    socket.on('close', done);
    socket.on('error', (fault: NodeJS.ErrnoException) => {
      // Closed on us while we were still sending: what was answered before that still counts.
      if (fault.code !== 'ECONNRESET' && fault.code !== 'EPIPE') reject(fault);
    });
    for (const part of parts) socket.write(part);
  });
}

export type Header = readonly [name: string, value: string];

/** A request head, byte for byte as given, asking for the connection to be closed after it. */
export const rawHead = (method: string, target: string, headers: readonly Header[]): string =>
  `${method} ${target} HTTP/1.1\r\n${headers.map(([name, value]) => `${name}: ${value}\r\n`).join('')}Connection: close\r\n\r\n`;
