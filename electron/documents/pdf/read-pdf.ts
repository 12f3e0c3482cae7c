import type { PDFDocumentProxy, PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import {
  documentLimits,
  type FoundCode,
  type HiddenFinding,
  type PageText,
} from '#shared/domain/documents/text.ts';
import { codesIn } from '../codes.ts';
import type { Reading, Wanted } from '../reading.ts';
import type { DocumentData } from '../tasks.ts';
import { coveredPictures } from './covered-pictures.ts';
import { drawPage } from './draw-page.ts';
import { earlierVersions, hiddenInFile } from './hidden-in-file.ts';
import { notesOn, unseenWords } from './hidden-on-page.ts';
import { withPdf } from './open-pdf.ts';
import { pageText } from './page-text.ts';
import { drawWithoutWords, pixelsOf } from './seen-words.ts';
import { wordsOffPage } from './words-off-page.ts';

/** Pixels per point: enough for the small codes on letters, and for the smallest words to leave a trace. */
const scale = 2;

function wantedPages(count: number, wanted: readonly number[] | undefined): readonly number[] {
  const all = Array.from({ length: Math.min(count, documentLimits.pages) }, (_, index) => index + 1);
  return wanted === undefined ? all : all.filter((page) => wanted.includes(page));
}

/** What one page hides, and the codes in its picture. */
async function look(page: PDFPageProxy, text: PageText, data: DocumentData) {
  const canvas = await drawPage(page, scale);
  const drawnAt = canvas.width / Math.max(1, page.getViewport({ scale: 1 }).width);
  const without = text.spans.length === 0 ? undefined : await drawWithoutWords(page, scale);
  const unseen = without === undefined ? [] : unseenWords(text, drawnAt, pixelsOf(canvas), pixelsOf(without));
  const hidden = [
    ...(await notesOn(page)),
    ...unseen,
    ...wordsOffPage(page, text.text),
    ...(await coveredPictures(page)),
  ];
  return { hidden, codes: await codesIn(canvas, page.pageNumber, drawnAt, data) };
}

type Gathered = { readonly hidden: HiddenFinding[]; readonly codes: FoundCode[] };

/** @returns whether there is more than was read. */
async function eachPage(
  pdf: PDFDocumentProxy,
  { pages, places, hidden }: Wanted,
  data: DocumentData,
  tell: (page: PageText, of: number) => void,
  gathered: Gathered,
): Promise<boolean> {
  let length = 0;
  const wanted = wantedPages(pdf.numPages, pages);
  for (const number of wanted) {
    const page = await pdf.getPage(number);
    const { runs: _, ...text } = await pageText(page, places);
    if (hidden) {
      const found = await look(page, text, data);
      gathered.hidden.push(...found.hidden);
      gathered.codes.push(...found.codes);
    }
    page.cleanup();
    length += text.text.length;
    if (length > documentLimits.text || gathered.hidden.length > documentLimits.findings) return true;
    tell(text, wanted.length);
  }
  return pdf.numPages > documentLimits.pages;
}

/** Pages and their words, one after the other. Fails with FILE_ENCRYPTED and FILE_MALFORMED. */
export function readPdf(
  bytes: Uint8Array,
  wanted: Wanted,
  data: DocumentData,
  tell: (page: PageText, of: number) => void,
): Promise<Reading> {
  // Before the bytes are given away.
  const earlier = wanted.hidden ? earlierVersions(bytes) : [];
  return withPdf(bytes, data, async (pdf) => {
    const gathered: Gathered = { hidden: [...earlier], codes: [] };
    if (wanted.hidden) gathered.hidden.push(...(await hiddenInFile(pdf)));
    const cutShort = await eachPage(pdf, wanted, data, tell, gathered);
    return {
      kind: 'pdf',
      pageCount: pdf.numPages,
      hidden: gathered.hidden.slice(0, documentLimits.findings),
      codes: gathered.codes,
      cutShort,
    };
  });
}
