import type { Canvas } from '@napi-rs/canvas';
import { OPS, type PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import type { PageText, Span } from '#shared/domain/documents/text.ts';
import { drawPage } from './draw-page.ts';

type Steps = { readonly fnArray: readonly number[]; readonly argsArray: readonly unknown[] };

const isSteps = (value: unknown): value is { readonly operatorList: Steps } =>
  typeof value === 'object' && value !== null && 'operatorList' in value && value.operatorList !== null;

/**
 * The steps a page was last drawn with. pdf.js hands out another list when asked, numbered differently from the one that
 * a filter is asked about.
 */
export function stepsOf(page: PDFPageProxy): Steps | undefined {
  const states: unknown = Reflect.get(page, '_intentStates');
  if (!(states instanceof Map)) return undefined;
  const drawn = [...states.values()].filter(isSteps).map(({ operatorList }) => operatorList);
  return drawn.find(({ fnArray }) => fnArray.length > 0);
}

const writing = new Set<number>([
  OPS.showText,
  OPS.showSpacedText,
  OPS.nextLineShowText,
  OPS.nextLineSetSpacingShowText,
]);

/** The page without a letter on it; the same picture where there are none. */
export async function drawWithoutWords(page: PDFPageProxy, scale: number): Promise<Canvas | undefined> {
  const steps = stepsOf(page);
  if (steps === undefined) return undefined;
  return drawPage(page, scale, (step) => !writing.has(steps.fnArray[step] ?? 0));
}

type Pixels = { readonly data: Uint8ClampedArray; readonly width: number; readonly height: number };
export const pixelsOf = (canvas: Canvas): Pixels =>
  canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height);

/** Two shades that nobody tells apart. */
const same = 24;

export type Look = {
  /** Whether the words leave anything on the page. */
  readonly seen: boolean;
  /** Where they leave nothing: whether there is one colour throughout, and how light it is (0 to 255). */
  readonly plain: boolean;
  readonly light: number;
};

/**
 * Looks where words should stand. What changes nothing in the picture when it is left out cannot be seen, for whatever
 * reason: no ink, the paper's colour, beneath something, on a hidden layer.
 */
export function lookAt(
  box: Pick<Span, 'x' | 'y' | 'width' | 'height'>,
  scale: number,
  whole: Pixels,
  without: Pixels,
): Look | undefined {
  const left = Math.max(0, Math.floor(box.x * scale));
  const top = Math.max(0, Math.floor(box.y * scale));
  const right = Math.min(whole.width, Math.ceil((box.x + box.width) * scale));
  const bottom = Math.min(whole.height, Math.ceil((box.y + box.height) * scale));
  // Nothing of it is on the page.
  if (right <= left || bottom <= top) return undefined;
  let changed = 0;
  let lightest = 0;
  let darkest = 255;
  for (let y = top; y < bottom; y += 1) {
    for (let x = left; x < right; x += 1) {
      const at = (y * whole.width + x) * 4;
      const [r, g, b] = [whole.data[at] ?? 0, whole.data[at + 1] ?? 0, whole.data[at + 2] ?? 0];
      const difference =
        Math.abs(r - (without.data[at] ?? 0)) +
        Math.abs(g - (without.data[at + 1] ?? 0)) +
        Math.abs(b - (without.data[at + 2] ?? 0));
      if (difference > same * 3) changed += 1;
      const light = (r + g + b) / 3;
      lightest = Math.max(lightest, light);
      darkest = Math.min(darkest, light);
    }
  }
  return { seen: changed > 0, plain: lightest - darkest <= same, light: (lightest + darkest) / 2 };
}

/** The parts of a text that a drawn page really shows. */
export function seenSpans(
  { spans }: PageText,
  scale: number,
  whole: Pixels,
  without: Pixels,
): readonly Span[] {
  return spans.filter((span) => lookAt(span, scale, whole, without)?.seen === true);
}
