import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createNames, safeName, safeWords } from '#shared/domain/safe-names.ts';

const hostile = [
  '../../etc/passwd',
  '..\\..\\windows\\system32\\config',
  '/absolute.pdf',
  'C:\\report.pdf',
  'a\0b.pdf',
  'invoice\u202Efdp.exe',
  'zero\u200Bwidth.pdf',
  'CON',
  'con.pdf',
  'NUL .txt',
  'COM¹.log',
  'lpt9',
  '.bashrc',
  '-rf',
  '~root',
  'trailing. . .',
  '   ',
  '...',
  '',
  'a'.repeat(400),
  `${'é'.repeat(300)}.pdf`,
  `${'😀'.repeat(90)}.jpeg`,
  'half \uD83D surrogate',
  'line\u2028break\r\n.txt',
  'what?is<this>|"name"*.doc',
  `x.${'y'.repeat(200)}`,
];
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what must not be there
const unsafe = /[\u0000-\u001F\u007F-\u009F<>:"/\\|?*\u200B-\u200F\u202A-\u202E\u2060-\u2069\uFEFF]/;
const device = /^(con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³])\s*(\.|$)/i;

function expectSafe(name: string): void {
  expect(name).not.toBe('');
  expect(name).not.toMatch(unsafe);
  expect(name).not.toMatch(device);
  expect(name).not.toMatch(/^[ .~-]|[ .]$/);
  expect(Buffer.byteLength(name)).toBeLessThanOrEqual(240);
  expect(name).not.toMatch(/\p{Cs}/u);
  expect(basename(name)).toBe(name);
}

describe('a safe name', () => {
  it.each(hostile)('is made of %j', (name) => {
    expectSafe(safeName(name, 'file'));
  });

  it('keeps a name people can read', () => {
    for (const name of ['Sepsis audit, 2026.pdf', 'Tystysgrif Ŵyn.docx', 'تقرير.pdf', 'v1.2 notes.md'])
      expect(safeName(name, 'file')).toBe(name);
    expect(safeName(`${'long '.repeat(60)}.pdf`, 'file')).toMatch(/^long .*\.pdf$/);
    expect(safeName('CON.pdf', 'file')).toBe('_CON.pdf');
  });

  it('is unlike every other of its folder, also where case and accents are ignored', () => {
    const names = createNames();
    const made = ['Scan.pdf', 'scan.PDF', 'scan.pdf', 'e\u0301.txt', '\u00C9.txt', 'STRASSE', 'straße'].map(
      (name) => names(name, 'file'),
    );
    expect(new Set(made.map((name) => name.normalize('NFKD').toUpperCase())).size).toBe(made.length);
    expect(made.slice(0, 3)).toEqual(['Scan.pdf', 'scan (2).PDF', 'scan (3).pdf']);
  });

  it('can be written and is read back for 500 random Unicode names in one folder', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'waymark-names-'));
    try {
      const random = fc.sample(fc.string({ unit: 'binary', maxLength: 120 }), { numRuns: 500, seed: 7 });
      // The naive way, the name as it came, is no name of a file for some of these.
      const naive = random.filter((name) => name === '' || unsafe.test(name) || /\p{Cs}/u.test(name));
      expect(naive.length).toBeGreaterThan(0);
      const names = createNames();
      const made = random.map((name) => names(name, 'file'));
      for (const name of made) expectSafe(name);
      await Promise.all(made.map((name) => writeFile(join(folder, name), name, { flag: 'wx' })));
      expect((await readdir(folder)).sort()).toEqual([...made].sort());
    } finally {
      await rm(folder, { recursive: true });
    }
  });

  it('is made of whole words where it is cut between them; the plain way cuts through one', () => {
    const title = 'Antimicrobial prescribing for community-acquired pneumonia';
    expect(safeWords(title, 40)).toBe('Antimicrobial prescribing for');
    expect(safeName(title, 'file', 41)).toBe('Antimicrobial prescribing for community-');
    expect(safeWords(title, 5)).toBe('');
    expect(safeWords('Short', 5)).toBe('Short');
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary', maxLength: 120 }),
        fc.integer({ min: 0, max: 60 }),
        (text, length) => {
          const words = safeWords(text, length);
          expect(words.length).toBeLessThanOrEqual(length);
          const whole = safeWords(text, 1000);
          expect(whole.startsWith(words)).toBe(true);
          if (words !== '') expect(['', ' ', '.', ',', ';', ':', '-']).toContain(whole.charAt(words.length));
        },
      ),
      { numRuns: 1000 },
    );
  });

  it('is safe whatever it is made of, and safe already where it is made again', () => {
    const any = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 300 }),
      fc.string({ unit: fc.constantFrom('.', ' ', '/', 'c', 'o', 'n', '-', '😀', '\u202E'), maxLength: 200 }),
    );
    fc.assert(
      fc.property(any, (name) => {
        const safe = safeName(name, 'file');
        expectSafe(safe);
        expect(safeName(safe, 'file')).toBe(safe);
      }),
      { numRuns: 2000 },
    );
  });
});
