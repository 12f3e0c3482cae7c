import type { PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { documentLimits, type PageText } from '#shared/domain/documents/text.ts';
import type { Reading, Wanted } from '../reading.ts';
import type { DocumentData } from '../tasks.ts';
import { withPdf } from './open-pdf.ts';
import { pageText } from './page-text.ts';

function wantedPages(count: number, wanted: readonly number[] | undefined): readonly number[] {
  const all = Array.from({ length: Math.min(count, documentLimits.pages) }, (_, index) => index + 1);
  return wanted === undefined ? all : all.filter((page) => wanted.includes(page));
}

async function eachPage(
  pdf: PDFDocumentProxy,
  { pages, places }: Wanted,
  tell: (page: PageText) => void,
): Promise<boolean> {
  let length = 0;
  for (const number of wantedPages(pdf.numPages, pages)) {
    const page = await pdf.getPage(number);
    const { runs: _, ...text } = await pageText(page, places);
    page.cleanup();
    length += text.text.length;
    if (length > documentLimits.text) return true;
    tell(text);
  }
  return pdf.numPages > documentLimits.pages;
}

/** Pages and their words, one after the other. Fails with FILE_ENCRYPTED and FILE_MALFORMED. */
export function readPdf(
  bytes: Uint8Array,
  wanted: Wanted,
  data: DocumentData,
  tell: (page: PageText) => void,
): Promise<Reading> {
  return withPdf(bytes, data, async (pdf) => {
    const cutShort = await eachPage(pdf, wanted, tell);
    return { kind: 'pdf', pageCount: pdf.numPages, hidden: [], codes: [], cutShort };
  });
}
