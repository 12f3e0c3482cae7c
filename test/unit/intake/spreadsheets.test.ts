import { describe, expect, it } from 'vitest';
import { workbookParts, xlsx, zipped } from '#test/support/intake/xlsx.ts';
import { bytesOf, reader, whyRefused } from './reader.ts';

const csv = (bytes: Uint8Array<ArrayBuffer>) => reader.table({ bytes, name: 'list.csv' }, null);
const book = (bytes: Uint8Array<ArrayBuffer>, sheet: string | null = null) =>
  reader.table({ bytes, name: 'list.xlsx' }, sheet);
const utf16 = (text: string, mark: boolean) =>
  new Uint8Array(Buffer.concat([Buffer.from(mark ? [0xff, 0xfe] : []), Buffer.from(text, 'utf16le')]));

describe('CSV', () => {
  const text = 'Title,Date\r\n"Ward, round",01/02/2024\r\nÉcole,02/02/2024\r\n';
  const rows = [
    ['Title', 'Date'],
    ['Ward, round', '01/02/2024'],
    ['École', '02/02/2024'],
  ];
  it.each([
    ['UTF-8', bytesOf(text)],
    ['UTF-8 with its mark', bytesOf(`\uFEFF${text}`)],
    ['UTF-16', utf16(text, true)],
    ['UTF-16 without its mark', utf16(text, false)],
    ['Windows-1252', new Uint8Array(Buffer.from(text, 'latin1'))],
    [
      'semicolons',
      bytesOf(text.replace('"Ward, round",', 'Ward, round;').replaceAll(/e,(?=D)|e,(?=0)/g, 'e;')),
    ],
    ['tabs', bytesOf(text.replaceAll(/,(?! )/g, '\t'))],
    ['Excel’s own line', bytesOf(`sep=,\r\n${text}`)],
    ['old Macintosh line ends', bytesOf(text.replaceAll('\r\n', '\r'))],
  ])('is read as %s', async (_name, bytes) => {
    expect((await csv(bytes)).rows).toEqual(rows);
  });

  it('keeps formulas and markup as the text they are', async () => {
    const nasty = ['=cmd|"/c calc"!A1', '@SUM(1)', '<img src=x onerror=alert(1)>', '__proto__'];
    const { rows: read } = await csv(
      bytesOf(`A,B\n${nasty.map((cell) => `"${cell.replaceAll('"', '""')}",x`).join('\n')}`),
    );
    expect(read.slice(1).map(([cell]) => cell)).toEqual(nasty);
  });

  it.each([
    ['binary', new Uint8Array(4000).map((_, at) => at % 7), 'encoding'],
    ['only headings', bytesOf('Title,Date\n'), 'empty'],
    ['nothing', bytesOf(''), 'empty'],
    ['100,000 rows', bytesOf(`T,D\n${'a,b\n'.repeat(100_000)}`), 'too-many-rows'],
    ['too many columns', bytesOf(`${'h,'.repeat(300)}x\n${'c,'.repeat(300)}x`), 'too-many-columns'],
  ])('is refused as %s', async (_name, bytes, why) => {
    expect(await whyRefused(csv(bytes))).toBe(why);
  });
});

describe('XLSX', () => {
  const sheet = [
    ['Title', 'Date', 'Hours'],
    ['Audit', { date: '2024-02-01' }, 1.5],
    ['=1+1', { date: '1999-12-31' }, 2],
    [{ formula: 'HYPERLINK("http://x")', value: 'Shown' }, '', ''],
  ] as const;

  it('is read as a person sees it: dates as days, formulas as the value they had', async () => {
    const table = await book(await xlsx({ Empty: [], Evidence: sheet }));
    expect(table.sheets).toEqual(['Empty', 'Evidence']);
    expect(table).toMatchObject({
      sheet: 'Evidence',
      rows: [
        ['Title', 'Date', 'Hours'],
        ['Audit', '2024-02-01', '1.5'],
        ['=1+1', '1999-12-31', '2'],
        ['Shown', '', ''],
      ],
    });
    expect(await whyRefused(book(await xlsx({ A: sheet }), 'B'))).toBe('no-such-sheet');
  });

  it.each<[string, () => Promise<Uint8Array<ArrayBuffer>>, unknown]>([
    [
      'an old or encrypted file',
      async () => new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, ...new Array<number>(600).fill(0)]),
      'encrypted',
    ],
    ['not an archive', async () => bytesOf('PK\u0003\u0004 but no more'), 'not-readable'],
    ['an archive of something else', () => zipped(new Map([['a.xml', '<x/>']])), 'not-readable'],
    ['half of one', async () => (await xlsx({ A: sheet })).slice(0, 400), 'not-readable'],
    [
      'a bomb',
      () =>
        zipped(
          new Map<string, string | Buffer>([
            ...workbookParts({ A: sheet }),
            ['xl/sharedStrings.xml', Buffer.alloc(90 * 1024 ** 2, 0x20)],
          ]),
        ),
      'too-large',
    ],
    ['21,000 rows', () => xlsx({ A: Array.from({ length: 21_000 }, () => ['a', 'b']) }), 'too-many-rows'],
    [
      'entities that grow',
      () =>
        zipped(
          new Map([
            ...workbookParts({ A: sheet }),
            [
              'xl/worksheets/sheet1.xml',
              '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;">]><worksheet><sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>&b;</t></is></c></row></sheetData></worksheet>',
            ],
          ]),
        ),
      expect.stringMatching(/not-readable|empty/),
    ],
  ])('is refused as %s', async (_name, make, why) => {
    expect(await whyRefused(book(await make()))).toEqual(why);
  });

  it('ends a file that claims a cell at the far corner, and reads the next one', async () => {
    const parts = workbookParts({ A: sheet });
    const far = (parts.get('xl/worksheets/sheet1.xml') ?? '').replace(
      '</sheetData>',
      '<row r="1048576"><c r="XFD1048576"><v>1</v></c></row></sheetData>',
    );
    const hostile = await zipped(new Map([...parts, ['xl/worksheets/sheet1.xml', far]]));
    expect(await whyRefused(book(hostile))).toBe('too-many-rows');
    expect((await book(await xlsx({ A: sheet }))).rows).toHaveLength(4);
  });
});
