import { stopIfCancelled } from '../jobs.ts';
import type { ArchiveFile } from '../ports/open-files.ts';
import type { Ports } from '../ports.ts';
import type { OpenExport } from './export-everything.ts';

type Watch = {
  readonly signal?: AbortSignal;
  /** Bytes read so far of all there are. */
  readonly onProgress?: (done: number, total: number) => void;
};

/** An export as a ZIP, read file by file. Fails with CANCELLED at the signal, VAULT_DAMAGED where an original is. */
export function exportBytes(
  ports: Ports,
  { files, bytes: total }: OpenExport,
  { signal, onProgress }: Watch = {},
): AsyncIterable<Uint8Array> {
  let done = 0;
  async function* watched(file: ArchiveFile): AsyncGenerator<Uint8Array> {
    for await (const chunk of file.bytes()) {
      stopIfCancelled(signal);
      yield chunk;
      if (!file.compress) {
        done += chunk.length;
        onProgress?.(Math.min(done, total), total);
      }
    }
  }
  const watching = files.map((file) => ({ ...file, bytes: () => watched(file) }));
  return ports.openFiles.zip(watching, ports.clock.now());
}
