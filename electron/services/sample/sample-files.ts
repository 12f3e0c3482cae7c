import type { Attachment } from '#shared/domain/evidence.ts';
import type { BlobStore } from '../ports.ts';
import type { SampleLine } from './sample-evidence.ts';

const fileName = (line: SampleLine, extension: string) =>
  `${line.title
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')}.${extension}`;

function contentOf(line: SampleLine): {
  readonly name: string;
  readonly mediaType: string;
  readonly text: string;
} {
  if (line.file === 'table') {
    const rows = Array.from(
      { length: 24 },
      (_, index) => `${index + 1},week ${index + 1},${(index * 7) % 13},${(index * 5) % 11}`,
    );
    return {
      name: fileName(line, 'csv'),
      mediaType: 'text/csv',
      text: ['number,period,before,after', ...rows, ''].join('\r\n'),
    };
  }
  return {
    name: fileName(line, 'txt'),
    mediaType: 'text/plain',
    text: `${line.title}\n\nA sample document. It belongs to an invented doctor and describes nobody.\n`,
  };
}

async function* once(text: string): AsyncGenerator<Uint8Array> {
  yield new TextEncoder().encode(text);
}

/** Writes the line's file into the blob store, as a dropped file would be. */
export async function sampleAttachments(line: SampleLine, blobs: BlobStore): Promise<readonly Attachment[]> {
  if (line.file === undefined) return [];
  const { name, mediaType, text } = contentOf(line);
  const { hash, size } = await blobs.put(once(text));
  return [{ hash, size, name, mediaType }];
}
