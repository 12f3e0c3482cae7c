import { documentLimits, type PageText } from '#shared/domain/documents/text.ts';
import type { Reading } from './reading.ts';

/** Bytes as text: by their mark, as UTF-8 where they are, and else in Windows' western alphabet, as old exports are. */
export function decodeText(bytes: Uint8Array): string {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  if (first === 0xfe && second === 0xff) return new TextDecoder('utf-16be').decode(bytes);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('windows-1252').decode(bytes);
  }
}

// Groups of RTF that hold no words of the document.
const silent =
  /^\\(?:\*|fonttbl|colortbl|stylesheet|pict|themedata|datastore|generator|listtable|listoverridetable)/;
const breaks: Readonly<Record<string, string>> = { par: '\n', line: '\n', row: '\n', tab: '\t', cell: '\t' };

/** The words of an RTF file: controls taken away, letters written as codes brought back. */
export function wordsOfRtf(rtf: string): string {
  const out: string[] = [];
  // Per open group: whether it is silent, and how many letters follow a Unicode code for readers that know none.
  const groups: { silent: boolean; skip: number }[] = [{ silent: false, skip: 1 }];
  let pending = 0;
  const token =
    /\\u(-?\d{1,5}) ?|\\'([0-9a-f]{2})|\\([a-z]{1,32})(-?\d{1,10})? ?|\\([^a-z])|([{}])|([^\\{}]+)/gi;
  for (const match of rtf.matchAll(token)) {
    const [, unicode, hex, word, number, symbol, brace, plain] = match;
    const group = groups.at(-1) ?? { silent: false, skip: 1 };
    const add = (text: string) => {
      const kept = text.slice(pending);
      pending = Math.max(0, pending - text.length);
      if (!group.silent) out.push(kept);
    };
    if (brace === '{') {
      const next = rtf.slice(match.index + 1, match.index + 24);
      groups.push({ silent: group.silent || silent.test(next), skip: group.skip });
    } else if (brace === '}') {
      if (groups.length > 1) groups.pop();
      pending = 0;
    } else if (unicode !== undefined) {
      if (!group.silent) out.push(String.fromCharCode((Number(unicode) + 65_536) % 65_536));
      pending = group.skip;
    } else if (hex !== undefined) {
      add(new TextDecoder('windows-1252').decode(Uint8Array.of(Number.parseInt(hex, 16))));
    } else if (word === 'uc') {
      group.skip = Number(number ?? 1);
    } else if (word !== undefined) {
      if (!group.silent) out.push(breaks[word] ?? '');
    } else if (symbol !== undefined) {
      add(symbol === '~' ? ' ' : symbol.replace(/[^\\{}]/, ''));
    } else if (plain !== undefined) add(plain.replace(/[\r\n]/g, ''));
  }
  return out.join('');
}

/** A text file is one page without places. RTF is told by its first letters. */
export function readPlain(bytes: Uint8Array, tell: (page: PageText, of: number) => void): Reading {
  const long = bytes.length > documentLimits.text * 4;
  const raw = decodeText(long ? bytes.subarray(0, documentLimits.text * 4) : bytes);
  const words = raw.startsWith('{\\rtf') ? wordsOfRtf(raw) : raw.replaceAll('\0', '');
  tell({ page: 1, width: 0, height: 0, text: words.slice(0, documentLimits.text), spans: [] }, 1);
  const cutShort = long || words.length > documentLimits.text;
  return { kind: 'text', pageCount: 1, hidden: [], codes: [], cutShort };
}
