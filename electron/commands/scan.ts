import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import type { DocumentText } from '#shared/domain/documents/text.ts';
import { isFailure } from '#shared/domain/failure.ts';
import { checkRuleTitles, nothingFoundWords, type RawHit } from '#shared/domain/identifiers/check.ts';
import { hitsOfDocument } from '#shared/domain/identifiers/check-document.ts';
import { identifiersInFileName } from '#shared/domain/identifiers/file-name.ts';
import { plainOptions } from '#shared/domain/identifiers/types.ts';
import { createDocuments } from '../documents/documents.ts';
import { resourceFolders } from '../resource-folders.ts';
import type { Documents } from '../services/ports/documents.ts';
import { parseOptions, UsageError } from './arguments.ts';
import type { Command, Output } from './command.ts';
import { fileFaultWords } from './file-fault-words.ts';

/** A hit as scripts read it: `page` from 1, offsets into that page's text; null where there is none. */
type ScanHit = Pick<RawHit, 'rule' | 'confidence' | 'text' | 'why'> & {
  /** `page`, `hidden`, `code` or `file-name`. */
  readonly where: string;
  /** Of hidden content: what it is. */
  readonly what: string | null;
  readonly page: number | null;
  readonly start: number | null;
  readonly end: number | null;
};
type Scanned = {
  readonly file: string;
  /** `no-text`: nothing in it could be read as words. Otherwise `read`, or the code of what went wrong. */
  readonly state: string;
  readonly pages: number;
  /** Numbers of pages on which there are no words: pictures, or scans without a text layer. */
  readonly withoutText: readonly number[];
  readonly hits: readonly ScanHit[];
};

const shown = ({ rule, confidence, text, why, place }: RawHit): ScanHit => ({
  rule,
  confidence,
  text,
  why,
  where: place.kind,
  what: place.kind === 'hidden' ? place.what : null,
  page: 'page' in place ? place.page : null,
  start: place.kind === 'page' ? place.start : null,
  end: place.kind === 'page' ? place.end : null,
});

async function scan(documents: Documents, file: string): Promise<Scanned> {
  const name = basename(file);
  const nameHits = identifiersInFileName(name, plainOptions).map(
    ({ rule, confidence, text, why }): ScanHit => ({
      ...{ rule, confidence, text, why, where: 'file-name', what: null },
      ...{ page: null, start: null, end: null },
    }),
  );
  const unread = { file, pages: 0, withoutText: [], hits: nameHits };
  let document: DocumentText;
  try {
    document = await documents.read({ bytes: new Uint8Array(await readFile(file)), name });
  } catch (thrown) {
    return { ...unread, state: isFailure(thrown) ? thrown.failure : 'FILE_UNREADABLE' };
  }
  const hits = [...hitsOfDocument('', document, plainOptions)].flat().map(shown);
  const withoutText = document.pages.filter(({ text }) => text.trim() === '').map(({ page }) => page);
  const isBlank = withoutText.length === document.pages.length;
  return {
    file,
    state: isBlank ? 'no-text' : 'read',
    pages: document.pageCount,
    withoutText,
    hits: [...nameHits, ...hits],
  };
}

function placeOf({ where, what, page }: ScanHit): string {
  if (where === 'file-name') return 'file name';
  const onPage = page === null ? '' : `page ${page}`;
  if (where === 'page') return onPage;
  return [onPage, where === 'code' ? 'QR or bar code' : `hidden: ${what ?? ''}`]
    .filter((part) => part !== '')
    .join(', ');
}

function tell({ file, state, pages, withoutText, hits }: Scanned, out: Output): void {
  out.line(file);
  for (const hit of hits) {
    const { rule, text, confidence, why } = hit;
    const written = text.replace(/\s+/g, ' ').slice(0, 200);
    out.line(
      `  ${placeOf(hit)}: ${checkRuleTitles[rule]} (${confidence})${written === '' ? '' : ` “${written}”`}`,
    );
    out.line(`    ${why}`);
  }
  if (state === 'no-text') out.line('  No words could be read in it: look at it yourself.');
  else if (state !== 'read') out.line(`  ${fileFaultWords(state)}`);
  else {
    if (withoutText.length > 0) {
      out.line(`  Without words, so look yourself: page ${withoutText.slice(0, 50).join(', ')} of ${pages}.`);
    }
    if (hits.length === 0) out.line(`  ${nothingFoundWords}`);
  }
}

/**
 * `scan FILE... [--json]`: exit 0 nothing obvious found, 1 something found, 2 a file could not be read. Needs no vault, and
 * keeps nothing.
 */
export const scanCommand: Command = async (args, out) => {
  const { has, positionals } = parseOptions(args, { json: 'boolean' });
  if (positionals.length === 0) throw new UsageError('scan FILE... [--json]');
  const folders = resourceFolders();
  const documents = createDocuments({
    worker: folders.documentWorker,
    data: { pdf: folders.pdfData, codes: folders.codesProgram },
  });
  try {
    const scanned: Scanned[] = [];
    for (const file of positionals) {
      const one = await scan(documents, file);
      scanned.push(one);
      if (!has('json')) tell(one, out);
    }
    if (has('json')) out.line(JSON.stringify({ note: nothingFoundWords, files: scanned }, null, 2));
    else out.line('Found or not: a check like this misses things. You must check every page.');
    if (scanned.some(({ state }) => state !== 'read')) return 2;
    return scanned.some(({ hits }) => hits.length > 0) ? 1 : 0;
  } finally {
    await documents.close();
  }
};
