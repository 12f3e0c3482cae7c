import mammoth from 'mammoth';
import { documentLimits, type PageText } from '#shared/domain/documents/text.ts';
import type { Reading, Wanted } from '../reading.ts';
import { hiddenInWord } from './hidden-in-word.ts';
import { unpack } from './unpack.ts';
import { wordsOf } from './xml-text.ts';

// Shown on the pages, and left out by mammoth.
const besides = /^word\/(?:header\d*|footer\d*|footnotes|endnotes)\.xml$/;

/**
 * The words of a Word file as one page without places, its headers, footers and notes after them. An archive that is no
 * Word file holds nothing that can be read here.
 */
export async function readWord(
  bytes: Uint8Array,
  { hidden }: Wanted,
  tell: (page: PageText, of: number) => void,
): Promise<Reading> {
  const parts = await unpack(bytes);
  if (!parts.has('word/document.xml'))
    return { kind: 'other', pageCount: 0, hidden: [], codes: [], cutShort: false };
  // Unpacked once under our limits, so that it is known to be as small as it says.
  const { value: body } = await mammoth.extractRawText({
    buffer: Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length),
  });
  const others = [...parts]
    .filter(([name]) => besides.test(name))
    .map(([, xml]) => wordsOf(xml.toString('utf8')))
    .filter((text) => text !== '');
  const text = [body.trim(), ...others].join('\n');
  tell({ page: 1, width: 0, height: 0, text: text.slice(0, documentLimits.text), spans: [] }, 1);
  const found = hidden ? await hiddenInWord(parts) : [];
  return {
    kind: 'word',
    pageCount: 1,
    hidden: found.slice(0, documentLimits.findings),
    codes: [],
    cutShort: text.length > documentLimits.text || found.length > documentLimits.findings,
  };
}
