import { correction, generate } from 'lean-qr';

/** A QR code as the side of its square and its dark runs, each `[x, y, length]` in modules. */
export type CodeSquares = {
  readonly side: number;
  readonly runs: readonly (readonly [x: number, y: number, length: number])[];
};

/** A text as a QR code to be drawn as vectors. A quarter of it may be lost in a fold or under a cup. */
export function codeSquares(text: string): CodeSquares {
  const { size, get } = generate(text, {
    minCorrectionLevel: correction.Q,
    maxCorrectionLevel: correction.Q,
  });
  const runs: (readonly [number, number, number])[] = [];
  for (let y = 0; y < size; y += 1) {
    for (let x = 0; x < size; x += 1) {
      if (!get(x, y)) continue;
      const from = x;
      while (get(x + 1, y)) x += 1;
      runs.push([from, y, x - from + 1]);
    }
  }
  return { side: size, runs };
}
