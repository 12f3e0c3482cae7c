import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type CodePoints, codePointsOf } from './code-points.ts';

/**
 * The families of `build/fonts`, in the order a report tries them. They carry names of our own: the compiler also sees
 * the machine's fonts, and only a name nobody else uses makes sure that a report looks the same everywhere.
 */
export const fontFamilies = [
  'Waymark Sans',
  'Waymark Sans Arabic',
  'Waymark Sans Hebrew',
  'Waymark Sans Devanagari',
  'Waymark Sans Bengali',
  'Waymark Sans Gurmukhi',
  'Waymark Sans Gujarati',
  'Waymark Sans Oriya',
  'Waymark Sans Tamil',
  'Waymark Sans Telugu',
  'Waymark Sans Kannada',
  'Waymark Sans Malayalam',
  'Waymark Sans Sinhala',
  'Waymark Sans Thai',
  'Waymark Sans Lao',
  'Waymark Sans Khmer',
  'Waymark Sans Myanmar',
  'Waymark Sans Georgian',
  'Waymark Sans Armenian',
  'Waymark Sans Ethiopic',
  'Waymark Sans Thaana',
  'Waymark Sans CJK',
  'Waymark Sans Korean',
  'Waymark Sans Math',
  'Waymark Sans Symbols2',
] as const;

export type ReportFonts = {
  /** Every font file, for the compiler. */
  readonly files: readonly Uint8Array[];
  /** What each family can draw, in the order of `fontFamilies`. */
  readonly families: readonly CodePoints[];
};

const fileName = (family: string, style: string) => `${family.replaceAll(' ', '')}-${style}.ttf`;

/**
 * Reads the fonts a report is set in.
 * Throws when one is missing: a report must not be set in whatever else a machine happens to have.
 */
export async function loadFonts(folder: string): Promise<ReportFonts> {
  const present = new Set(await readdir(folder));
  const read = async (name: string) => {
    if (!present.has(name)) throw new Error(`report font missing: ${name}`);
    return new Uint8Array(await readFile(join(folder, name)));
  };
  const regular = await Promise.all(fontFamilies.map((family) => read(fileName(family, 'Regular'))));
  const others = await Promise.all(['Bold', 'Italic'].map((style) => read(fileName('Waymark Sans', style))));
  return { files: [...regular, ...others], families: regular.map(codePointsOf) };
}
