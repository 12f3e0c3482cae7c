import { fileTypeFromBuffer } from 'file-type';
import type { MediaTypes } from '../services/ports.ts';

const unknownType = 'application/octet-stream';

/** Formats without a signature of their own: the name is all there is to go by, and only if the bytes are text. */
const textTypes: ReadonlyMap<string, string> = new Map([
  ['txt', 'text/plain'],
  ['text', 'text/plain'],
  ['log', 'text/plain'],
  ['csv', 'text/csv'],
  ['tsv', 'text/tab-separated-values'],
  ['md', 'text/markdown'],
  ['markdown', 'text/markdown'],
  ['json', 'application/json'],
  ['ics', 'text/calendar'],
  ['eml', 'message/rfc822'],
]);

/** Whether it could be text: no NUL byte in what was read. */
const looksLikeText = (start: Uint8Array) => !start.includes(0);

/** Recognises a file by its first bytes (a few KiB are enough), never by what its name claims alone. */
export function createMediaTypes(): MediaTypes {
  return {
    of: async (start, name) => {
      const found = await fileTypeFromBuffer(start).catch(() => undefined);
      if (found !== undefined) return found.mime;
      const extension = /\.([A-Za-z0-9]+)$/.exec(name)?.[1]?.toLowerCase() ?? '';
      const byName = looksLikeText(start) ? textTypes.get(extension) : undefined;
      return byName ?? unknownType;
    },
  };
}
