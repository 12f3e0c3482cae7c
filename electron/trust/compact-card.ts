import { deflateRawSync, inflateRawSync } from 'node:zlib';
import { cardPrefix, compactCardPrefix, longestCardText } from '#shared/domain/cards.ts';
import { cardDictionary } from './card-dictionary.ts';
import { fromBase64url } from './card-form.ts';

/** 41 of the 45 characters a QR code writes in five and a half bits; none that a pasted text could lose. */
const alphabet = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ$*+-.';
const base = alphabet.length;

/** Two bytes as three characters, a last single one as two, the least significant first. */
function letters(bytes: Uint8Array): string {
  let text = '';
  for (let at = 0; at < bytes.length; at += 2) {
    const second = bytes[at + 1];
    let left = second === undefined ? (bytes[at] ?? 0) : (bytes[at] ?? 0) * 256 + second;
    for (let count = second === undefined ? 2 : 3; count > 0; count -= 1, left = Math.floor(left / base))
      text += alphabet[left % base];
  }
  return text;
}

/** @throws RangeError where the text is not one that `letters` writes. */
function bytesOf(text: string): Buffer {
  const bytes: number[] = [];
  for (let at = 0; at < text.length; at += 3) {
    const group = [...text.slice(at, at + 3)].reverse();
    const value = group.reduce((sum, letter) => sum * base + alphabet.indexOf(letter), 0);
    if (group.length === 3) bytes.push(value >> 8, value & 0xff);
    else bytes.push(value);
  }
  const read = Buffer.from(bytes);
  if (letters(read) !== text) throw new RangeError('not letters of a card');
  return read;
}

/** A card's text in few characters, for its QR code. @param text as `cards.write` gives it */
export function compactCard(text: string): string {
  const bytes = fromBase64url(text.slice(cardPrefix.length));
  return `${compactCardPrefix}${letters(deflateRawSync(bytes, { level: 9, dictionary: cardDictionary }))}`;
}

/**
 * The text of a card in its full form. Nothing about the card is judged: that is for whoever reads the full form, the
 * only one that is signed. @throws RangeError or zlib's errors where it is no compact card.
 */
export function fullCard(compact: string): string {
  const packed = bytesOf(compact.slice(compactCardPrefix.length));
  const { buffer, engine } = inflateRawSync(packed, {
    dictionary: cardDictionary,
    maxOutputLength: longestCardText,
    info: true,
  }) as unknown as { readonly buffer: Buffer; readonly engine: { readonly bytesWritten: number } };
  // Nothing may stand behind it.
  if (engine.bytesWritten !== packed.length) throw new RangeError('more than a card');
  return `${cardPrefix}${buffer.toString('base64url')}`;
}
