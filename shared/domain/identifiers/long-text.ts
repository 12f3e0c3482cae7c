import { findIdentifiers } from './find-identifiers.ts';
import type { Hit, IdentifierOptions } from './types.ts';

const sliceLength = 40_000; // characters: some milliseconds of work
const overlap = 400; // characters: longer than any hit and the words it is judged by
const longestHead = 1000;

/**
 * As `findIdentifiers`, a slice at a time, so that whoever asks can let others work in between. A table's first line goes
 * with every slice: it says what the columns are.
 */
export function* identifiersBySlice(text: string, options: IdentifierOptions): Generator<readonly Hit[]> {
  if (text.length <= sliceLength + overlap) {
    yield findIdentifiers(text, options);
    return;
  }
  const lineEnd = text.indexOf('\n');
  const head = lineEnd > 0 && lineEnd <= longestHead ? text.slice(0, lineEnd + 1) : '';
  let last = 0;
  for (let from = 0; from < text.length; from += sliceLength) {
    const lead = Math.max(0, from - overlap);
    const before = lead === 0 ? '' : head;
    const shift = lead - before.length;
    const slice = before + text.slice(lead, from + sliceLength + overlap);
    const hits: Hit[] = [];
    for (const hit of findIdentifiers(slice, options)) {
      const [start, end] = [hit.start + shift, hit.end + shift];
      // What lies in the next slice's own part is found there with all that follows it.
      const isOwn = hit.start >= before.length && start >= last && start < from + sliceLength;
      if (isOwn) hits.push({ ...hit, start, end });
    }
    last = Math.max(last, hits.at(-1)?.end ?? 0);
    yield hits;
  }
}
