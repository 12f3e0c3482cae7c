import type { PdfString, PdfValue } from './values.ts';
import { isKind } from './values.ts';

const utf16 = new TextDecoder('utf-16be', { ignoreBOM: false });
const utf8 = new TextDecoder('utf-8');

/** Text without lone surrogates, which neither PDF nor UTF-8 can carry. */
export const wellFormed = (text: string): string => Buffer.from(text, 'utf8').toString('utf8');

/** A text string as UTF-16 with its mark, to be written in hexadecimal: nothing in it can end it early. */
export function pdfText(text: string): PdfString {
  const bytes = Buffer.from(`\uFEFF${wellFormed(text)}`, 'utf16le').swap16();
  return { kind: 'string', bytes, hex: true, start: 0, end: 0 };
}

/** The text of a string object; '' for anything else. */
export function textOf(value: PdfValue): string {
  if (!isKind(value, 'string')) return '';
  const { bytes } = value;
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return utf16.decode(bytes);
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return utf8.decode(bytes);
  return Buffer.from(bytes).toString('latin1');
}

/** `D:YYYYMMDDHHmmSSZ`, in UTC. */
export const pdfDate = (date: Date): string =>
  `D:${date.toISOString().slice(0, 19).replaceAll(/[-T:]/g, '')}Z`;

/** The instant of a date in exactly our own form, or null. */
export function instantOf(text: string): string | null {
  const parts = /^D:(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)Z$/.exec(text);
  if (parts === null) return null;
  const [, year, month, day, hour, minute, second] = parts;
  const date = new Date(`${year}-${month}-${day}T${hour}:${minute}:${second}Z`);
  return Number.isNaN(date.getTime()) || pdfDate(date) !== text ? null : date.toISOString();
}
