import { createBreaks } from './breaks.ts';
import { damaged } from './faults.ts';
import { readFully, readWhole } from './file-steps.ts';
import type { Files, OpenFile } from './files.ts';
import type { StorePlace } from './fold.ts';
import { addLine, emptyIndex, type HistoryIndex, indexedLine } from './history-index.ts';
import type { Extent, LinePlace } from './journal-adapter.ts';
import { decodeLine, firstHead, type OpenedLine, openLine } from './journal-line.ts';
import { segmentName } from './segments.ts';

const newline = 0x0a;

/**
 * Reads every segment from the first line on, checking each line's seal, order and chain, and notes where everything
 * is. Lines added meanwhile are not seen. Fails with VAULT_DAMAGED or VAULT_NEWER.
 */
export async function readIndex(files: Files, place: StorePlace, extent: Extent): Promise<HistoryIndex> {
  const index = emptyIndex();
  const pause = createBreaks();
  let head = firstHead(place);
  for (let segment = 1; segment <= extent.segment; segment += 1) {
    const file = `${place.store}/${segmentName(segment)}`;
    const whole = await readWhole(files, `${place.folder}/${segmentName(segment)}`);
    const content = segment === extent.segment ? whole.subarray(0, extent.bytes) : whole;
    let from = 0;
    for (let number = 1; from < content.length; number += 1) {
      const end = content.indexOf(newline, from);
      if (end === -1) throw damaged(file, 'truncated', number);
      const text = content.toString('latin1', from, end);
      const decoded = decodeLine(place, head, text, { file, segment, number });
      addLine(index, indexedLine(decoded.line), { segment, from, length: end - from });
      head = decoded.head;
      from = end + 1;
      await pause();
    }
  }
  return index;
}

/** Reads single lines, wherever they are, in the order they are asked for. Each is authenticated by its own seal. */
export async function* readLines(
  files: Files,
  place: StorePlace,
  places: readonly LinePlace[],
): AsyncGenerator<OpenedLine> {
  const pause = createBreaks();
  let open: { readonly segment: number; readonly file: OpenFile } | undefined;
  try {
    for (const { segment, from, length } of places) {
      const name = segmentName(segment);
      if (open?.segment !== segment) {
        await open?.file.close();
        open = undefined;
        open = { segment, file: await files.open(`${place.folder}/${name}`, 'read') };
      }
      const bytes = Buffer.allocUnsafe(length);
      const source = { file: `${place.store}/${name}`, segment };
      if ((await readFully(open.file, bytes, from)) < length) throw damaged(source.file, 'truncated');
      yield openLine(place, bytes.toString('latin1'), source);
      await pause();
    }
  } finally {
    await open?.file.close();
  }
}
