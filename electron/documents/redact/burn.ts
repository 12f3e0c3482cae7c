import type { Canvas } from '@napi-rs/canvas';
import type { Area } from '#shared/domain/documents/text.ts';

/**
 * Blacks areas out of a picture, whole pixels and one more around, so that no edge lets anything through.
 * @param scale pixels per unit of the areas
 */
export function burn(
  canvas: Canvas,
  areas: readonly Pick<Area, 'x' | 'y' | 'width' | 'height'>[],
  scale: number,
) {
  const context = canvas.getContext('2d');
  context.save();
  context.resetTransform();
  context.globalAlpha = 1;
  context.globalCompositeOperation = 'source-over';
  context.fillStyle = '#000000';
  for (const { x, y, width, height } of areas) {
    const [left, top] = [Math.floor(x * scale) - 1, Math.floor(y * scale) - 1];
    const [right, bottom] = [Math.ceil((x + width) * scale) + 1, Math.ceil((y + height) * scale) + 1];
    context.fillRect(left, top, right - left, bottom - top);
  }
  context.restore();
}
