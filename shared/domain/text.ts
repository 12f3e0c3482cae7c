import { z } from 'zod';

// C0 controls (but tab and newline), DEL, bidi overrides and isolates: never wanted in names or prose, and a way
// to make a printed report read differently from its data.
// biome-ignore lint/suspicious/noControlCharactersInRegex: removing them is the purpose
const unwanted = /[\u0000-\u0008\u000B-\u001F\u007F\u202A-\u202E\u2066-\u2069]/g;

// As they may stand in a certificate or a file somebody else made: nothing in them may look like more than one line.
// biome-ignore lint/suspicious/noControlCharactersInRegex: finding them is the purpose
const unplain = /[\u0000-\u001F\u007F-\u009F\u2028\u2029\u202A-\u202E\u2066-\u2069]/g;

/** Whether a text is one line that reads as it is written: no controls, line ends or changes of direction. */
export const isPlainLine = (text: string): boolean => text.search(unplain) === -1;

/** The text as one line that reads as it is written. */
export const plainLine = (text: string): string => text.replace(unplain, ' ');

// White space other than one plain space: most lines have none, and then nothing is copied.
const uneven = / \s+|[^\S ]\s*/g;

const clean = (value: string) => value.replace(unwanted, '').replace(/\r\n?/g, '\n').trim();

const cleanLine = (value: string) => clean(value).replace(uneven, ' ');

/** One line of text a person typed: cleaned, trimmed, 1 to `max` characters. Issue code when empty: `required`. */
export const lineSchema = (max = 200) =>
  z
    .string()
    .transform(cleanLine)
    .pipe(z.string().min(1, { error: 'required' }).max(max, { error: 'too-long' }));

/** As `lineSchema`, but may be empty. */
export const optionalLineSchema = (max = 200) =>
  z
    .string()
    .transform(cleanLine)
    .pipe(z.string().max(max, { error: 'too-long' }));

/** Prose of several paragraphs; may be empty. */
export const proseSchema = (max = 20_000) =>
  z
    .string()
    .transform(clean)
    .pipe(z.string().max(max, { error: 'too-long' }));
