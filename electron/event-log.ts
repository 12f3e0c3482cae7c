import { appendFile, mkdir, rename, stat } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { Ports } from './services/ports.ts';

const largest = 256 * 1024;

/**
 * Keeps events in a file, one line of JSON each: kinds, codes and references, never names or content. Of two files of
 * `bytes` the older is overwritten. Failing to log stops nothing.
 */
export function createEventLog(file: string, bytes = largest): Ports['log'] {
  let last: Promise<unknown> = Promise.resolve();
  const write = async (line: string) => {
    await mkdir(dirname(file), { recursive: true, mode: 0o700 });
    const size = await stat(file).then(
      (found) => found.size,
      () => 0,
    );
    if (size + line.length > bytes) await rename(file, `${file}.old`).catch(() => undefined);
    await appendFile(file, line, { mode: 0o600 });
  };
  return (event, data) => {
    const line = `${JSON.stringify({ at: new Date().toISOString(), event, ...data })}\n`;
    last = last.then(() => write(line)).catch(() => undefined);
  };
}
