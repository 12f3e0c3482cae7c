import { refused } from './refused.ts';

// Half the bytes of western text in UTF-16 are zero, at one of the two places.
function unmarkedUtf16(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | null {
  const head = bytes.subarray(0, 2000);
  const zeros = [0, 0];
  head.forEach((byte, at) => {
    if (byte === 0) zeros[at % 2] = (zeros[at % 2] ?? 0) + 1;
  });
  const [even = 0, odd = 0] = zeros;
  if (odd > head.length * 0.3 && even === 0) return 'utf-16le';
  return even > head.length * 0.3 && odd === 0 ? 'utf-16be' : null;
}

function encodingOf(bytes: Uint8Array): 'utf-8' | 'utf-16le' | 'utf-16be' {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  if (first === 0xfe && second === 0xff) return 'utf-16be';
  return unmarkedUtf16(bytes) ?? 'utf-8';
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: finding them is the purpose
const unwritten = /[\u0000-\u0008\u000e-\u001a\u001c-\u001f]/;

/**
 * Text as programs save it: UTF-8 and UTF-16, marked or not, else Windows-1252. Fails with IMPORT_REFUSED (`encoding`)
 * for what is no text at all.
 */
export function decode(bytes: Uint8Array): string {
  const encoding = encodingOf(bytes);
  let text: string;
  try {
    text = new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    if (encoding !== 'utf-8') throw refused('encoding');
    text = new TextDecoder('windows-1252').decode(bytes);
  }
  if (unwritten.test(text)) throw refused('encoding');
  return text;
}
