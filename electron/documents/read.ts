import type { PageText } from '#shared/domain/documents/text.ts';
import { failure, isFailure } from '#shared/domain/failure.ts';
import type { DocumentFile } from '../services/ports/documents.ts';
import { readImage } from './image/read-image.ts';
import { kindOf } from './kind.ts';
import { readPdf } from './pdf/read-pdf.ts';
import { readPlain } from './plain.ts';
import type { Reading, Wanted } from './reading.ts';
import type { DocumentData, Task } from './tasks.ts';
import { readWord } from './word/read-word.ts';

type ReadTask = Extract<Task, { kind: 'read' }>;

/** A file's words, page by page to `tell`, and what else was asked for. Fails with FILE_ENCRYPTED and FILE_MALFORMED. */
export async function readDocument(
  { bytes }: DocumentFile,
  { depth, pages }: ReadTask,
  data: DocumentData,
  tell: (page: PageText, of: number) => void,
): Promise<Reading> {
  const wanted: Wanted = { pages, places: depth !== 'text', hidden: depth === 'all' };
  try {
    switch (kindOf(bytes)) {
      case 'pdf':
        return await readPdf(bytes, wanted, data, tell);
      case 'word':
        return await readWord(bytes, wanted, tell);
      case 'image':
        return await readImage(bytes, wanted, data, tell);
      case 'text':
        return readPlain(bytes, tell);
      case 'other':
        return { kind: 'other', pageCount: 0, hidden: [], codes: [], cutShort: false };
    }
  } catch (thrown) {
    if (isFailure(thrown)) throw thrown;
    // What a library throws at a file is about the file; its own words may quote it.
    throw failure('FILE_MALFORMED', { why: 'damaged' });
  }
}
