import { open, readFile } from 'node:fs/promises';
import { createExchange } from '#electron/exchange/exchange.ts';
import { isFailure } from '#shared/domain/failure.ts';

/**
 * `node hostile-child.mjs FILE IDENTITY`: opens and checks one package in a process of its own and prints what it was
 * refused for, how long that took and how large the process ever was.
 */
const [path = '', identity = ''] = process.argv.slice(2);
const handle = await open(path, 'r');
const { size } = await handle.stat();
const source = {
  size,
  read: async (position: number, length: number) => {
    const bytes = Buffer.allocUnsafe(length);
    await handle.read(bytes, 0, length, position);
    return bytes;
  },
};
const start = performance.now();
let code = 'accepted';
try {
  const opened = await createExchange().open(source, { identities: [identity], passphrase: null });
  await opened.verify({ inspect: async () => undefined, progress: () => undefined, signal: undefined });
} catch (thrown) {
  const why = isFailure(thrown) && 'why' in thrown.data ? `/${String(thrown.data.why)}` : '';
  code = isFailure(thrown) ? `${thrown.failure}${why}` : String(thrown);
}
const took = performance.now() - start;
await handle.close();
// What the system counts for a process begins with the size of the one that started it; this begins anew.
const peak = /VmHWM:\s+(\d+) kB/.exec(await readFile('/proc/self/status', 'utf8').catch(() => ''))?.[1];
const rss = peak === undefined ? process.memoryUsage().rss / 1024 ** 2 : Number(peak) / 1024;
process.stdout.write(JSON.stringify({ code, took, rss }));
