import { pdfFault } from './fault.ts';

/** Work left, in bytes looked at. Shared by everything read from one file, so that no file can keep us busy. */
export type Budget = { left: number };
/** A reading position. `end` is exclusive. */
export type Cursor = {
  readonly bytes: Uint8Array;
  at: number;
  readonly end: number;
  readonly budget: Budget;
};

export function spend(budget: Budget, amount: number): void {
  budget.left -= amount;
  if (budget.left < 0) pdfFault('too much work');
}

export const cursorAt = (bytes: Uint8Array, at: number, budget: Budget, end = bytes.length): Cursor => {
  if (!Number.isSafeInteger(at) || at < 0 || at > end) pdfFault('offset outside the file');
  return { bytes, at, end, budget };
};

/** The byte at the cursor, or -1 at the end. */
export const peek = (cursor: Cursor, ahead = 0): number =>
  cursor.at + ahead < cursor.end ? (cursor.bytes[cursor.at + ahead] ?? -1) : -1;

export const isSpace = (byte: number): boolean =>
  byte === 32 || byte === 10 || byte === 13 || byte === 9 || byte === 12 || byte === 0;
const delimiters = new Set([...'()<>[]{}/%'].map((character) => character.charCodeAt(0)));
export const isRegular = (byte: number): boolean => byte !== -1 && !isSpace(byte) && !delimiters.has(byte);
export const isDigit = (byte: number): boolean => byte >= 48 && byte <= 57;

/** Skips white space and, unless told not to, comments. */
export function skipSpace(cursor: Cursor, comments = true): void {
  const from = cursor.at;
  for (;;) {
    const byte = peek(cursor);
    if (isSpace(byte)) cursor.at += 1;
    else if (byte === 37 && comments) {
      while (peek(cursor) !== -1 && peek(cursor) !== 10 && peek(cursor) !== 13) cursor.at += 1;
    } else break;
  }
  spend(cursor.budget, cursor.at - from);
}

/** Whether this word stands at the cursor, whole. */
export function looksAt(cursor: Cursor, word: string): boolean {
  for (let index = 0; index < word.length; index += 1)
    if (peek(cursor, index) !== word.charCodeAt(index)) return false;
  return !isRegular(peek(cursor, word.length));
}

export function expectWord(cursor: Cursor, word: string): void {
  if (!looksAt(cursor, word)) pdfFault(`expected ${word}`);
  cursor.at += word.length;
}

/** Reads a run of digits, at most 15, as a whole number; undefined where there is none. */
export function readWhole(cursor: Cursor): number | undefined {
  let value = 0;
  let length = 0;
  while (isDigit(peek(cursor))) {
    value = value * 10 + peek(cursor) - 48;
    cursor.at += 1;
    length += 1;
    if (length > 15) pdfFault('number too long');
  }
  spend(cursor.budget, length + 1);
  return length === 0 ? undefined : value;
}

export function expectWhole(cursor: Cursor): number {
  return readWhole(cursor) ?? pdfFault('expected a whole number');
}
