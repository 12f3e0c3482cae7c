import { outlines } from './outlines.ts';

/** A line of ASCII to be drawn: its left end and base line in points, its size in points, and a grey or colour. */
export type DrawnLine = {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly size: number;
  /** Red, green and blue from 0 to 1, as PDF operands. */
  readonly colour: string;
};

type Shape = { readonly advance: number; readonly path: string };

const shapes: ReadonlyMap<string, Shape> = new Map(
  Object.entries(outlines).map(([character, outline]) => {
    const [advance = '', ...path] = outline.split(' ');
    return [character, { advance: Number(advance), path: path.join(' ') }];
  }),
);

/** Two decimals at most: a hundredth of a point is finer than any printer. */
export const points = (value: number): string => String(Math.round(value * 100) / 100);

/**
 * The operators that draw a line of ASCII as filled shapes, without any font: it looks the same in every reader, and
 * can be rebuilt byte for byte.
 */
export function drawLine({ text, x, y, size, colour }: DrawnLine): string {
  const scale = (size / 1000).toFixed(5);
  const parts = [`q ${colour} rg ${scale} 0 0 ${scale} ${points(x)} ${points(y)} cm`];
  let gap = 0;
  for (const character of text) {
    const outline = shapes.get(character);
    if (outline === undefined) throw new TypeError('only printable ASCII can be drawn');
    if (outline.path !== '') {
      if (gap !== 0) parts.push(`1 0 0 1 ${gap} 0 cm`);
      parts.push(outline.path, 'f');
      gap = 0;
    }
    gap += outline.advance;
  }
  return `${parts.join('\n')}\nQ`;
}
