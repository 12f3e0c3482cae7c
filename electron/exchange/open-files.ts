import { PassThrough, Readable } from 'node:stream';
import { stringify } from 'csv-stringify/sync';
import { ZipFile } from 'yazl';
import type { ArchiveFile, OpenFiles } from '../services/ports/open-files.ts';

const plainFile = 0o100644;

/** The archive pulls: one source is open at a time, and it is closed whether all, half or nothing of it was read. */
async function* zip(...[files, mtime]: Parameters<OpenFiles['zip']>): AsyncGenerator<Uint8Array> {
  const archive = new ZipFile();
  const output = archive.outputStream.pipe(new PassThrough());
  let source: Readable | undefined;
  let stopped = false;
  const written = ({ path, bytes, compress }: ArchiveFile) =>
    new Promise<void>((resolve) => {
      archive.addReadStreamLazy(path, { compress, mtime, mode: plainFile }, (give) => {
        source = Readable.from(bytes());
        // The archive passes on data alone: a source that fails would leave it waiting for ever.
        source.once('error', (fault) => output.destroy(fault));
        source.once('close', resolve);
        give(null, source);
      });
    });
  const feed = async () => {
    for await (const file of files) {
      if (stopped) return;
      await written(file);
    }
    if (!stopped) archive.end();
  };
  const fed = feed().catch((fault: Error) => {
    output.destroy(fault);
  });
  try {
    for await (const chunk of output) yield chunk;
  } finally {
    stopped = true;
    source?.destroy();
    await fed;
  }
}

/**
 * A spreadsheet runs what begins with =, +, - or @ as a formula, also behind blanks: cells are trimmed, then those get
 * an apostrophe before them, which a spreadsheet takes for "this is text".
 */
const csv: OpenFiles['csv'] = ({ columns, rows }) =>
  stringify(
    [columns, ...rows].map((row) => row.map((cell) => (typeof cell === 'string' ? cell.trim() : cell))),
    { bom: true, record_delimiter: 'windows', escape_formulas: true, cast: { boolean: String } },
  );

export const createOpenFiles = (): OpenFiles => ({ zip, csv });
