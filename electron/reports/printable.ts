import type { CodePoints } from './code-points.ts';

/** What could not be drawn, as `U+XXXX`, and how often it was met. */
export type Replacements = ReadonlyMap<string, number>;

// Drawn by every font and never part of a cluster: most text of most reports, which so costs one regular expression.
const plain =
  /^[\n\u0020-\u007E\u00A1-\u00AC\u00AE-\u017F\u2013\u2014\u2018\u2019\u201C\u201D\u2022\u2026]*$/;

// Not text to be shown: controls, lone surrogates, private and unassigned characters, the byte order mark, overrides of
// direction and tags. A PDF/A file may not hold some of them at all.
const drawable = /^[^\p{Cc}\p{Cs}\p{Co}\p{Cn}\uFEFF\uFFFE\u202A-\u202E\u2066-\u206F\u{E0001}-\u{E007F}]$/u;

/** Steers shaping but has no shape of its own: joiners, direction marks, variation selectors, soft hyphen. */
const shapeless = (character: string) =>
  /^\p{Default_Ignorable_Code_Point}$/u.test(character) && drawable.test(character);

/** Marks with no letter to sit on: layout would drop them with their space, or hang them on what stands before. */
const baseless = /^(\s+\p{M}|[\p{Mn}\p{Me}])/u;

const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' });

const codePointOf = (character: string) => character.codePointAt(0) ?? 0;

const notation = (character: string) =>
  `U+${codePointOf(character).toString(16).toUpperCase().padStart(4, '0')}`;

const layoutSpace = (text: string) =>
  text.replace(/\r\n?|[\u0085\u2028\u2029]/g, '\n').replace(/[\t\v\f]/g, ' ');

/**
 * Makes text printable with the given families: what none of them can draw becomes its number in brackets, `[U+1F600]`,
 * where a reader sees it. A whole cluster (a letter and its marks) must be in one family, or its marks would fall off.
 */
function printableText(text: string, families: readonly CodePoints[], replaced: Map<string, number>): string {
  if (plain.test(text)) return text;
  const replace = (character: string) => {
    const name = notation(character);
    replaced.set(name, (replaced.get(name) ?? 0) + 1);
    return `[${name}]`;
  };
  let result = '';
  for (const { segment } of graphemes.segment(layoutSpace(text))) {
    const characters = [...segment];
    const shaped = characters.filter((character) => !shapeless(character));
    const whole =
      segment === '\n' ||
      (shaped.length > 0 &&
        !baseless.test(segment) &&
        shaped.every((character) => drawable.test(character)) &&
        families.some((family) => shaped.every((character) => family.has(codePointOf(character)))));
    result +=
      whole || shaped.length === 0
        ? segment
        : characters.map((c) => (alone(c, families) ? c : replace(c))).join('');
  }
  return result;
}

/** Whether a character can be drawn by itself, when the cluster it was in cannot. */
function alone(character: string, families: readonly CodePoints[]): boolean {
  return (
    drawable.test(character) &&
    !/^\p{M}$/u.test(character) &&
    !shapeless(character) &&
    families.some((family) => family.has(codePointOf(character)))
  );
}

/**
 * The same plain data with every text printable. Keys are left alone.
 * @returns the copy, and what had to be replaced; the original is untouched and stays what is signed and embedded.
 */
export function printable<T>(
  data: T,
  families: readonly CodePoints[],
): { readonly data: T; readonly replaced: Replacements } {
  const replaced = new Map<string, number>();
  const copy = (value: unknown): unknown => {
    if (typeof value === 'string') return printableText(value, families, replaced);
    if (Array.isArray(value)) return value.map(copy);
    if (value === null || typeof value !== 'object') return value;
    return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, copy(inner)]));
  };
  // The shape is the same by construction; only texts differ.
  return { data: copy(data) as T, replaced };
}
