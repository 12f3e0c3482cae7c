import type { PageText } from '#shared/domain/documents/text.ts';
import { mostHits, type RawHit } from '#shared/domain/identifiers/check.ts';
import { hitsBesidePages, hitsOfPage } from '#shared/domain/identifiers/check-document.ts';
import type { CheckAsked } from '#shared/domain/identifiers/file-check.ts';
import type { DocumentCheck, DocumentFile } from '../services/ports/documents.ts';
import { readDocument } from './read.ts';
import type { DocumentData } from './tasks.ts';

/** Reads a file and looks for identifiers in it, page by page: of its words only the hits leave this thread. */
export async function checkDocument(
  file: DocumentFile,
  { hash, options }: CheckAsked,
  data: DocumentData,
  /** Told after each page. */
  told: (done: number, total: number) => void,
): Promise<DocumentCheck> {
  const hits: RawHit[] = [];
  let cutShort = false;
  let read = 0;
  let withoutText = 0;
  const take = (found: Iterable<readonly RawHit[]>) => {
    for (const some of found) {
      if (hits.length >= mostHits) {
        cutShort = true;
        return;
      }
      hits.push(...some);
    }
  };
  const tell = (page: PageText, of: number) => {
    read += 1;
    if (page.text.trim() === '') withoutText += 1;
    take(hitsOfPage(hash, page, options));
    told(read, of);
  };
  const rest = await readDocument(file, { kind: 'read', depth: 'all', pages: undefined }, data, tell);
  take(hitsBesidePages(hash, rest, options));
  const check: DocumentCheck['check'] = {
    state: withoutText === read ? 'no-text' : 'read',
    pages: rest.pageCount,
    withoutText,
    cutShort: cutShort || hits.length > mostHits || rest.cutShort,
    hits: hits.slice(0, mostHits),
  };
  return { check, findings: rest };
}
