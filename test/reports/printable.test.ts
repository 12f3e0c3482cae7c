import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { codePointsOf } from '#electron/reports/code-points.ts';
import { fontFamilies, loadFonts } from '#electron/reports/fonts.ts';
import { printable } from '#electron/reports/printable.ts';
import { hardNames, reportFolders } from '#test/support/report-samples.ts';

const fonts = await loadFonts(reportFolders.fontFolder);
const print = (text: string) => printable(text, fonts.families);

describe('report fonts', () => {
  test('every font of the folder is one the report uses, under its own family', async () => {
    const files = (await readdir(reportFolders.fontFolder)).filter((name) => name.endsWith('.ttf'));
    expect(files).toHaveLength(fonts.files.length);
    expect(new Set(files.map((name) => name.split('-')[0]))).toEqual(
      new Set(fontFamilies.map((family) => family.replaceAll(' ', ''))),
    );
  });

  test('a folder that lacks a font is refused, whatever the machine has installed', async () => {
    await expect(loadFonts(reportFolders.templateFolder)).rejects.toThrow('report font missing');
  });

  test('the cmap is read as the font means it', async () => {
    const latin = codePointsOf(await readFile(join(reportFolders.fontFolder, 'WaymarkSans-Regular.ttf')));
    for (const letter of ['A', 'Ŵ', 'Ł', 'ễ', 'ğ', '–', '±', 'Я', 'Ω'])
      expect(latin.has(letter.codePointAt(0) ?? 0), letter).toBe(true);
    for (const letter of ['م', '张', '😀', '\uFFFF'])
      expect(latin.has(letter.codePointAt(0) ?? 0), letter).toBe(false);
  });
});

describe('printable text', () => {
  test.each([
    ...hardNames,
    'ทดสอบ ภาษาไทย',
    'श्री रवीन्द्र',
    'শ্রী',
    'ශ්‍රී ලංකා',
    'தமிழ்',
    'မြန်မာ',
    'ខ្មែរ',
    'ქართული',
    'Հայերեն',
    'አማርኛ',
    'עברית',
    'فارسی اردو',
    '한국어',
    'ひらがな カタカナ',
    'Адам',
    'Ἑλλάς',
    'e\u0301 n\u0303',
    '≥ 3 → 5 ± 1 µg, 37 °C, ½, ✓ ✗ ★ •',
    'two\nlines',
  ])('%s is left as it is', (text) => {
    const { data, replaced } = print(text);
    expect(data).toBe(text);
    expect(replaced.size).toBe(0);
  });

  test.each([
    ['flamingo 🦩', 'flamingo [U+1F9A9]'],
    ['\uE000 private', '[U+E000] private'],
    ['lone \uD800 half', 'lone [U+D800] half'],
    ['mark \uFEFF here', 'mark [U+FEFF] here'],
    ['over\u202Eride', 'over[U+202E]ride'],
    ['bell\u0007', 'bell[U+0007]'],
    ['\u0597x', '[U+0597]x'],
    ['a \u0301b', 'a [U+0301]b'],
    ['م\u0301\u20DF', 'م[U+0301][U+20DF]'],
    ['a\tb\r\nc\u2028d', 'a b\nc\nd'],
  ])('%j is printed as %j', (text, expected) => {
    expect(print(text).data).toBe(expected);
  });

  test('counts what it replaced and touches nothing but texts', () => {
    const { data, replaced } = printable({ a: ['🦩', 7, null, true], b: { c: '🦩🦩' } }, fonts.families);
    expect(data).toEqual({ a: ['[U+1F9A9]', 7, null, true], b: { c: '[U+1F9A9][U+1F9A9]' } });
    expect([...replaced]).toEqual([['U+1F9A9', 3]]);
  });
});
