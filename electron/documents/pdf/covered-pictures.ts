import { OPS, type PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import type { Area, HiddenFinding } from '#shared/domain/documents/text.ts';
import { finding } from '../findings.ts';
import { stepsOf } from './seen-words.ts';

type Matrix = readonly [number, number, number, number, number, number];
type Box = { readonly left: number; readonly top: number; readonly right: number; readonly bottom: number };

const multiply = (m: Matrix, n: Matrix): Matrix => [
  m[0] * n[0] + m[2] * n[1],
  m[1] * n[0] + m[3] * n[1],
  m[0] * n[2] + m[2] * n[3],
  m[1] * n[2] + m[3] * n[3],
  m[0] * n[4] + m[2] * n[5] + m[4],
  m[1] * n[4] + m[3] * n[5] + m[5],
];

const isMatrix = (value: unknown): value is Matrix => Array.isArray(value) && value.length === 6;

function boxThrough(m: Matrix, x1: number, y1: number, x2: number, y2: number): Box {
  const corners = [
    [x1, y1],
    [x2, y1],
    [x1, y2],
    [x2, y2],
  ].map(([x = 0, y = 0]) => [m[0] * x + m[2] * y + m[4], m[1] * x + m[3] * y + m[5]] as const);
  const xs = corners.map(([x]) => x);
  const ys = corners.map(([, y]) => y);
  return { left: Math.min(...xs), top: Math.min(...ys), right: Math.max(...xs), bottom: Math.max(...ys) };
}

const pictures = new Set<number>([
  OPS.paintImageXObject,
  OPS.paintInlineImageXObject,
  OPS.paintImageMaskXObject,
]);
const fills = new Set<number>([OPS.fill, OPS.eoFill, OPS.fillStroke, OPS.eoFillStroke]);
/** Points: a box smaller than this hides no word. */
const smallest = { width: 8, height: 4 };

type Pen = { readonly matrix: Matrix; readonly alpha: number };

/** Whether a box was laid on a picture like a bar over a name: within it, and much smaller. */
function isBarOn(box: Box, picture: Box): boolean {
  const [width, height] = [box.right - box.left, box.bottom - box.top];
  const shared =
    (Math.min(box.right, picture.right) - Math.max(box.left, picture.left)) *
    (Math.min(box.bottom, picture.bottom) - Math.max(box.top, picture.top));
  const within = box.left < picture.right && picture.left < box.right && shared > width * height * 0.5;
  const whole = (picture.right - picture.left) * (picture.bottom - picture.top);
  return within && width >= smallest.width && height >= smallest.height && width * height < whole * 0.8;
}

function alphaIn(states: unknown): number | undefined {
  const found = Array.isArray(states)
    ? states.find((state) => Array.isArray(state) && state[0] === 'ca')
    : undefined;
  return Array.isArray(found) && typeof found[1] === 'number' ? found[1] : undefined;
}

/**
 * Opaque boxes drawn over a picture: what is beneath is still in the file. Follows the page's drawing steps after it was
 * drawn.
 */
export async function coveredPictures(page: PDFPageProxy): Promise<readonly HiddenFinding[]> {
  if (stepsOf(page)?.fnArray.some((step) => pictures.has(step)) !== true) return [];
  // A list of its own: drawing takes the corners of boxes out of the other.
  const steps = await page.getOperatorList();
  const view = page.getViewport({ scale: 1 }).transform as unknown as Matrix;
  let pen: Pen = { matrix: view, alpha: 1 };
  const kept: Pen[] = [];
  const drawn: Box[] = [];
  const found: HiddenFinding[] = [];
  for (const [index, step] of steps.fnArray.entries()) {
    const args = steps.argsArray[index];
    const [first, second, third] = Array.isArray(args) ? args : [];
    if (step === OPS.save || step === OPS.paintFormXObjectBegin || step === OPS.beginAnnotation)
      kept.push(pen);
    if (step === OPS.restore || step === OPS.paintFormXObjectEnd || step === OPS.endAnnotation)
      pen = kept.pop() ?? pen;
    if (step === OPS.transform && isMatrix(args)) pen = { ...pen, matrix: multiply(pen.matrix, args) };
    if (step === OPS.paintFormXObjectBegin && isMatrix(first))
      pen = { ...pen, matrix: multiply(pen.matrix, first) };
    if (step === OPS.setGState) pen = { ...pen, alpha: alphaIn(first) ?? pen.alpha };
    if (pictures.has(step)) drawn.push(boxThrough(pen.matrix, 0, 0, 1, 1));
    if (step !== OPS.constructPath || !fills.has(Number(first)) || pen.alpha < 0.95) continue;
    const corners = third instanceof Float32Array || Array.isArray(third) ? [...third].map(Number) : [];
    const data = Array.isArray(second) ? second[0] : undefined;
    // A rectangle: four corners. Curves and outlines are drawing, not covering.
    if (corners.length !== 4 || !(data instanceof Float32Array) || data.length > 16) continue;
    const [x1 = 0, y1 = 0, x2 = 0, y2 = 0] = corners;
    const box = boxThrough(pen.matrix, x1, y1, x2, y2);
    if (!drawn.some((picture) => isBarOn(box, picture))) continue;
    const area: Area = {
      page: page.pageNumber,
      x: box.left,
      y: box.top,
      width: box.right - box.left,
      height: box.bottom - box.top,
    };
    found.push(finding('covered-picture', '', '', { area }));
  }
  return found;
}
