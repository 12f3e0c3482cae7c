import { type Canvas, createCanvas } from '@napi-rs/canvas';
import { AnnotationMode, type PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { failure } from '#shared/domain/failure.ts';

const mostPixels = 60_000_000;

/** Which drawing steps are left out, by their number in the page's list. */
export type StepFilter = (step: number) => boolean;

/** Draws a page on white as it is shown: with stamps, notes' marks and filled-in fields. @param scale pixels per point. */
export async function drawPage(page: PDFPageProxy, scale: number, filter?: StepFilter): Promise<Canvas> {
  const whole = page.getViewport({ scale: 1 });
  const fitting = Math.min(scale, Math.sqrt(mostPixels / Math.max(1, whole.width * whole.height)));
  const viewport = page.getViewport({ scale: fitting });
  const [width, height] = [Math.round(viewport.width), Math.round(viewport.height)];
  if (!(width >= 1 && height >= 1)) throw failure('FILE_MALFORMED', { why: 'damaged' });
  const canvas = createCanvas(width, height);
  const parameters = {
    // What pdf.js means by a canvas is the browser's; this one does the same.
    canvas: null,
    canvasContext: canvas.getContext('2d') as never,
    viewport,
    annotationMode: AnnotationMode.ENABLE,
    intent: 'display',
    background: '#ffffff',
    ...(filter === undefined ? {} : { operationsFilter: filter }),
  };
  await page.render(parameters).promise;
  return canvas;
}
