import { correction, generate } from 'lean-qr';
import { printedCode } from '#shared/domain/supervision/request.ts';

/**
 * The QR code of a request as the side of its square and its dark runs, each `[x, y, length]` in modules: drawn as
 * vectors, it survives any printer. A quarter of it may be lost in a fold or under a coffee cup.
 */
export function requestSquares(code: string): {
  readonly side: number;
  readonly runs: readonly (readonly [number, number, number])[];
} {
  const { size, get } = generate(printedCode(code), {
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
