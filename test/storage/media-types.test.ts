import { expect, it } from 'vitest';
import { createMediaTypes } from '#electron/storage/media-types.ts';

const types = createMediaTypes();
const text = Buffer.from('a,b\n1,2\n');

it.each([
  ['notes.txt', text, 'text/plain'],
  ['Cases.CSV', text, 'text/csv'],
  ['read.md', text, 'text/markdown'],
  ['unknown.xyz', text, 'application/octet-stream'],
  ['no-extension', text, 'application/octet-stream'],
  ['not-really.txt', Buffer.from([1, 0, 2]), 'application/octet-stream'],
  ['renamed.txt', Buffer.from('%PDF-1.7\n%âãÏÓ\n'), 'application/pdf'],
  ['empty.txt', Buffer.alloc(0), 'text/plain'],
])('%s', async (name, start, expected) => {
  expect(await types.of(start, name)).toBe(expected);
});

it('recognises a picture by its bytes, whatever it is called', async () => {
  const png = Buffer.from(
    'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
    'base64',
  );
  expect(await types.of(png, 'photo.docx')).toBe('image/png');
});
