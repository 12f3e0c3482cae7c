import type { PdfStream, PdfValue } from './values.ts';

const writeName = (name: string): string =>
  `/${name.replaceAll(/[^A-Za-z0-9_.+\-*:;,!@$&?^~|]/g, (character) => `#${character.charCodeAt(0).toString(16).padStart(2, '0')}`)}`;

const writeNumber = (value: number): string => {
  if (Number.isInteger(value)) return value.toFixed(0);
  return value.toFixed(6).replace(/0+$/, '');
};

/** A value as PDF source, in ASCII. Strings are always written in hexadecimal. Streams belong to `writeObject`. */
export function writeValue(value: Exclude<PdfValue, PdfStream>): string;
export function writeValue(value: PdfValue): string;
export function writeValue(value: PdfValue): string {
  if (value === null || typeof value === 'boolean') return String(value);
  if (typeof value === 'number') return writeNumber(value);
  switch (value.kind) {
    case 'name':
      return writeName(value.name);
    case 'string':
      return `<${Buffer.from(value.bytes).toString('hex')}>`;
    case 'ref':
      return `${value.number} ${value.generation} R`;
    case 'array':
      return `[${value.items.map((item) => writeValue(item)).join(' ')}]`;
    case 'dict':
      return `<<${[...value.entries].map(([key, item]) => `${writeName(key)} ${writeValue(item)}`).join(' ')}>>`;
    case 'stream':
      throw new TypeError('a stream is not a direct object');
  }
}
