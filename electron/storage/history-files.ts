import { isFailure } from '#shared/domain/failure.ts';
import type { JournalHead } from '#shared/domain/vault-records.ts';
import { createBreaks } from './breaks.ts';
import { damaged } from './faults.ts';
import { readFully, readWhole } from './file-steps.ts';
import type { Files, OpenFile } from './files.ts';
import type { StorePlace } from './fold.ts';
import { addLine, emptyIndex, type HistoryIndex, indexedLine } from './history-index.ts';
import type { Extent, LinePlace } from './journal-adapter.ts';
import { decodeLine, firstHead, type LineSource, type OpenedLine, openLine } from './journal-line.ts';
import type { JournalLine } from './line-schema.ts';
import { segmentName } from './segments.ts';

const newline = 0x0a;

const isDamage = (thrown: unknown) => isFailure(thrown) && thrown.failure === 'VAULT_DAMAGED';

/** What may be amiss with a line: it is damaged, it does not follow what stands before it, or neither. */
type Amiss = 'damaged' | 'apart' | 'nothing';

/** The line that follows `head`, or where that is lost, one that is sound by itself. Undefined: it cannot be read. */
function readLine(
  place: StorePlace,
  { head, after }: { readonly head: JournalHead | undefined; readonly after: number },
  text: string,
  source: LineSource,
  amiss: Amiss,
): { readonly line: JournalLine; readonly head: JournalHead } | undefined {
  try {
    if (head !== undefined) return decodeLine(place, head, text, source);
  } catch (thrown) {
    if (amiss === 'nothing' || !isDamage(thrown)) throw thrown;
  }
  try {
    const { line, hash } = openLine(place, text, source);
    return line.seq > after ? { line, head: { entries: line.seq, hash } } : undefined;
  } catch (thrown) {
    if (amiss !== 'damaged' || !isDamage(thrown)) throw thrown;
    return undefined;
  }
}

/**
 * Reads every segment from the first line on, checking each line's seal, order and chain, and notes where everything
 * is. Lines added meanwhile are not seen. What is damaged before the newest checkpoint is left out, since no record
 * depends on it: it is a gap. Fails with VAULT_DAMAGED for damage behind it, and with VAULT_NEWER.
 */
export async function readIndex(files: Files, place: StorePlace, extent: Extent): Promise<HistoryIndex> {
  const index = emptyIndex();
  const pause = createBreaks();
  const { needed = 1 } = extent;
  let head: JournalHead | undefined = firstHead(place);
  for (let segment = 1; segment <= extent.segment; segment += 1) {
    const file = `${place.store}/${segmentName(segment)}`;
    const whole = await readWhole(files, `${place.folder}/${segmentName(segment)}`);
    const content = segment === extent.segment ? whole.subarray(0, extent.bytes) : whole;
    let from = 0;
    for (let number = 1; from < content.length; number += 1) {
      const end = content.indexOf(newline, from);
      if (end === -1) {
        if (segment >= needed) throw damaged(file, 'truncated', number);
        head = undefined;
        break;
      }
      const text = content.toString('latin1', from, end);
      // The first line after the gap may be the first that records need: it follows what the checkpoint says.
      const first = segment === needed && number === 1 ? 'apart' : 'nothing';
      const amiss: Amiss = segment < needed ? 'damaged' : first;
      const read = readLine(
        place,
        { head, after: index.lines.length },
        text,
        { file, segment, number },
        amiss,
      );
      if (read !== undefined) addLine(index, indexedLine(read.line), { segment, from, length: end - from });
      head = read?.head;
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
