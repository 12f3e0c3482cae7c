import { OPS, type PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import type { HiddenFinding } from '#shared/domain/documents/text.ts';
import { finding } from '../findings.ts';
import { stepsOf } from './seen-words.ts';

/** Fewer letters than this are a stray mark. */
const fewest = 3;

const lettersOf = (text: string) => text.normalize('NFKC').replace(/[\s\u00ad\ufffd\0]/g, '');

/** The letters of each step that writes, in the order of the file. */
function written(page: PDFPageProxy): readonly string[] {
  const steps = stepsOf(page);
  if (steps === undefined) return [];
  // What is written in fields and stamps is told with them.
  let notes = 0;
  return [...steps.fnArray.entries()].flatMap(([index, step]) => {
    if (step === OPS.beginAnnotation) notes += 1;
    if (step === OPS.endAnnotation) notes -= 1;
    if (step !== OPS.showText || notes > 0) return [];
    const args = steps.argsArray[index];
    const glyphs: unknown = Array.isArray(args) ? args[0] : undefined;
    if (!Array.isArray(glyphs)) return [];
    const letters = glyphs.map((glyph: unknown) =>
      typeof glyph === 'object' && glyph !== null && 'unicode' in glyph ? String(glyph.unicode) : '',
    );
    return [lettersOf(letters.join(''))];
  });
}

/**
 * Words written where the paper ends: pdf.js leaves them out of a page's words, but they are in the file and other programs
 * find them. Follows the steps the page was drawn with.
 */
export function wordsOffPage(page: PDFPageProxy, text: string): readonly HiddenFinding[] {
  const shown = lettersOf(text);
  const left = new Map<string, number>();
  for (const letter of shown) left.set(letter, (left.get(letter) ?? 0) + 1);
  const missing: string[] = [];
  const strays: string[] = [];
  // Those that stand in the page's words as they are come first: the letters are theirs. Others may only be in another
  // order, as words written from right to left are.
  const pieces = written(page).toSorted((a, b) => Number(shown.includes(b)) - Number(shown.includes(a)));
  for (const piece of pieces) {
    const lacking = [...piece].filter((letter) => {
      const count = left.get(letter) ?? 0;
      left.set(letter, count - 1);
      return count <= 0;
    });
    if (piece.length >= fewest && lacking.length * 2 > piece.length) missing.push(piece);
    else strays.push(...lacking);
  }
  const all = strays.length > fewest ? [...missing, strays.join('')] : missing;
  return all.map((words) => finding('invisible-text', '', words, { page: page.pageNumber }));
}
