import {
  beginText,
  endText,
  PDFDocument,
  type PDFFont,
  StandardFonts,
  setCharacterSqueeze,
  setFontAndSize,
  setTextMatrix,
  setTextRenderingMode,
  showText,
  TextRenderingMode,
} from '@cantoo/pdf-lib';
import type { PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { type Area, documentLimits, type Span } from '#shared/domain/documents/text.ts';
import { failure } from '#shared/domain/failure.ts';
import type { RedactedDocument } from '../../services/ports/documents.ts';
import { drawPage } from '../pdf/draw-page.ts';
import { withPdf } from '../pdf/open-pdf.ts';
import { pageText } from '../pdf/page-text.ts';
import { drawWithoutWords, pixelsOf, seenSpans } from '../pdf/seen-words.ts';
import type { DocumentData } from '../tasks.ts';
import { burn } from './burn.ts';

const dotsPerPoint = 200 / 72;
const quality = 88;
/** Around a mark, in points: letters reach a little beyond the box they are said to have. */
const margin = 3;

type Box = Pick<Area, 'x' | 'y' | 'width' | 'height'>;
const touches = (a: Box, b: Box) =>
  a.x < b.x + b.width + margin &&
  b.x < a.x + a.width + margin &&
  a.y < b.y + b.height + margin &&
  b.y < a.y + a.height + margin;

type SeenWord = Span & { readonly word: string };

/**
 * Words for the searchable layer: those the page shows, and of a run that a mark touches none at all, since where within
 * it the letters stand is an estimate.
 */
function wordsLeft(
  text: Awaited<ReturnType<typeof pageText>>,
  seen: readonly Span[],
  marks: readonly Box[],
): readonly SeenWord[] {
  const struck = text.runs.filter((run) => marks.some((mark) => touches(run, mark)));
  const isStruck = ({ start }: Span) => struck.some((run) => start >= run.start && start < run.end);
  return seen
    .filter((span) => !isStruck(span) && !marks.some((mark) => touches(span, mark)))
    .map((span) => ({ ...span, word: text.text.slice(span.start, span.end) }));
}

/** Draws words nobody sees where the picture shows them, so that the copy can be searched and read aloud. */
function layWords(
  page: ReturnType<PDFDocument['addPage']>,
  font: PDFFont,
  letters: ReadonlySet<number>,
  words: readonly SeenWord[],
): void {
  const known = words.filter(({ word }) =>
    [...word].every((letter) => letters.has(letter.codePointAt(0) ?? 0)),
  );
  if (known.length === 0) return;
  const name = page.node.newFontDictionary('F', font.ref);
  page.pushOperators(beginText(), setTextRenderingMode(TextRenderingMode.Invisible));
  for (const { word, x, y, width, height } of known) {
    const upright = width >= height || word.length < 3;
    const [length, size] = upright ? [width, height] : [height, width];
    const natural = font.widthOfTextAtSize(word, size) || 1;
    const bottom = page.getHeight() - y - height;
    page.pushOperators(
      setFontAndSize(name, size),
      setCharacterSqueeze(Math.min(1000, (length / natural) * 100)),
      upright
        ? setTextMatrix(1, 0, 0, 1, x, bottom + height * 0.22)
        : setTextMatrix(0, 1, -1, 0, x + width * 0.78, bottom),
      showText(font.encodeText(word)),
    );
  }
  page.pushOperators(endText());
}

async function drawn(page: PDFPageProxy, marks: readonly Area[]) {
  const shown = page.getViewport({ scale: 1 });
  const canvas = await drawPage(page, dotsPerPoint);
  const scale = canvas.width / shown.width;
  const text = await pageText(page, true);
  const without = text.spans.length === 0 ? undefined : await drawWithoutWords(page, dotsPerPoint);
  const seen = without === undefined ? [] : seenSpans(text, scale, pixelsOf(canvas), pixelsOf(without));
  burn(canvas, marks, scale);
  return {
    width: shown.width,
    height: shown.height,
    picture: await canvas.encode('jpeg', quality),
    words: wordsLeft(text, seen, marks),
  };
}

/**
 * The PDF made anew, page by page, out of pictures of its pages (200 dots per inch) with the areas blacked out. Nothing
 * of the old file goes over but pixels and the words the pages show outside every mark: no objects, layers, notes,
 * scripts, attachments, metadata or earlier versions. Pages keep their number, order and shown size.
 */
export function redactPdf(
  bytes: Uint8Array,
  areas: readonly Area[],
  data: DocumentData,
  tell: (done: number, total: number) => void,
): Promise<RedactedDocument> {
  return withPdf(bytes, data, async (pdf) => {
    if (pdf.numPages > documentLimits.pages) throw failure('FILE_MALFORMED', { why: 'too-large' });
    const copy = await PDFDocument.create({ updateMetadata: false });
    const font = await copy.embedFont(StandardFonts.Helvetica);
    const letters = new Set(font.getCharacterSet());
    for (let number = 1; number <= pdf.numPages; number += 1) {
      const page = await pdf.getPage(number);
      const { width, height, picture, words } = await drawn(
        page,
        areas.filter((area) => area.page === number),
      );
      page.cleanup();
      const added = copy.addPage([width, height]);
      added.drawImage(await copy.embedJpg(picture), { x: 0, y: 0, width, height });
      layWords(added, font, letters, words);
      tell(number, pdf.numPages);
    }
    const made = await copy.save({ addDefaultPage: false, updateFieldAppearances: false });
    return { bytes: new Uint8Array(made), mediaType: 'application/pdf' };
  });
}
