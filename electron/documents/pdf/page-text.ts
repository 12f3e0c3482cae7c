import type { PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import type { PageText, Span } from '#shared/domain/documents/text.ts';
import { letterShares } from './letter-widths.ts';

type Content = Awaited<ReturnType<PDFPageProxy['getTextContent']>>;
type Item = Extract<Content['items'][number], { str: string }>;
type Matrix = readonly [number, number, number, number, number, number];

const multiply = (m: Matrix, n: Matrix): Matrix => [
  m[0] * n[0] + m[2] * n[1],
  m[1] * n[0] + m[3] * n[1],
  m[0] * n[2] + m[2] * n[3],
  m[1] * n[2] + m[3] * n[3],
  m[0] * n[4] + m[2] * n[5] + m[4],
  m[1] * n[4] + m[3] * n[5] + m[5],
];

const tenth = (value: number) => Math.round(value * 10) / 10;
// Of the font's size: how far letters reach below and above the line.
const below = 0.25;
const above = 0.85;

/** The box of a piece of an item, `from` and `to` being shares of its length, upright on the page as it is shown. */
function boxOf(item: Item, view: Matrix, from: number, to: number) {
  const [a, b, c, d, e, f] = multiply(view, item.transform as unknown as Matrix);
  const alongLength = Math.hypot(a, b) || 1;
  const upLength = Math.hypot(c, d) || 1;
  const size = upLength;
  const along = [a / alongLength, b / alongLength] as const;
  const up = [c / upLength, d / upLength] as const;
  const corners = [from * item.width, to * item.width].flatMap((x) =>
    [-below * size, above * size].map((y) => [e + along[0] * x + up[0] * y, f + along[1] * x + up[1] * y]),
  );
  const xs = corners.map(([x]) => x ?? 0);
  const ys = corners.map(([, y]) => y ?? 0);
  const [left, top] = [Math.min(...xs), Math.min(...ys)];
  return {
    x: tenth(left),
    y: tenth(top),
    width: tenth(Math.max(...xs) - left),
    height: tenth(Math.max(...ys) - top),
  };
}

function wordsOf(item: Item, at: number, view: Matrix): readonly Span[] {
  const shares = letterShares(item.str);
  const share = (index: number) => shares[index] ?? 1;
  return [...item.str.matchAll(/\S+/g)].map((word) => {
    const [from, to] = [word.index, word.index + word[0].length];
    const [start, end] = item.dir === 'rtl' ? [1 - share(to), 1 - share(from)] : [share(from), share(to)];
    return { start: at + from, end: at + to, ...boxOf(item, view, start, end) };
  });
}

/**
 * The words of a page in the order they were written, one line each, and where they stand. Within a run of words the
 * positions are close estimates: a file tells only where the run begins and how long it is.
 * @returns with the runs themselves, whose boxes are no estimates
 */
export async function pageText(
  page: PDFPageProxy,
  places: boolean,
): Promise<PageText & { readonly runs: readonly Span[] }> {
  const viewport = page.getViewport({ scale: 1 });
  const view = viewport.transform as unknown as Matrix;
  const { items } = await page.getTextContent({ disableNormalization: false });
  const parts: string[] = [];
  const spans: Span[] = [];
  const runs: Span[] = [];
  let length = 0;
  for (const item of items) {
    if (!('str' in item)) continue;
    if (places && item.str.trim() !== '') {
      spans.push(...wordsOf(item, length, view));
      runs.push({ start: length, end: length + item.str.length, ...boxOf(item, view, 0, 1) });
    }
    const part = item.hasEOL ? `${item.str}\n` : item.str;
    parts.push(part);
    length += part.length;
  }
  return {
    page: page.pageNumber,
    width: tenth(viewport.width),
    height: tenth(viewport.height),
    text: parts.join(''),
    spans,
    runs,
  };
}
