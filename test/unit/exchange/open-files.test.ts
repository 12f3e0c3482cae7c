import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createOpenFiles } from '#electron/exchange/open-files.ts';
import type { Cell } from '#shared/domain/open-export/table.ts';
import { gathered, parseCsv, unzipped } from '#test/support/open-archives.ts';

const { zip, csv } = createOpenFiles();
const at = new Date('2026-03-01T12:00:00Z');
const runs = /^[=+\-@\t\r\uFF1D\uFF0B\uFF0D\uFF20]/;

/** What a cell must read as: text trimmed, and text that a spreadsheet would run behind an apostrophe. */
function expected(cell: Cell): string {
  if (typeof cell !== 'string') return cell === null ? '' : String(cell);
  const text = cell.trim();
  return runs.test(text) ? `'${text}` : text;
}

const sign = fc.constantFrom(
  '=',
  '+',
  '-',
  '@',
  '\t',
  ' ',
  '\n',
  '\r\n',
  '"',
  ',',
  "'",
  ';',
  '|',
  '\u00A0',
  'A',
  'é',
);
const text = fc.oneof(
  fc.string({ unit: 'grapheme' }),
  fc.array(sign, { maxLength: 12 }).map((all) => all.join('')),
);
const cell: fc.Arbitrary<Cell> = fc.oneof(text, fc.integer(), fc.boolean(), fc.constant(null));

describe('CSV', () => {
  it('reads back as it was written, and no text begins as a formula does', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(cell, cell, cell), { minLength: 1, maxLength: 6 }), (rows) => {
        const table = { name: 't', columns: ['a', 'b', 'c'], rows };
        const [head, ...read] = parseCsv(csv(table));
        expect(head).toEqual(['a', 'b', 'c']);
        expect(read).toEqual(rows.map((row) => row.map(expected)));
        for (const [at, row] of rows.entries())
          for (const [column, value] of row.entries())
            if (typeof value === 'string') expect(read[at]?.[column]).not.toMatch(runs);
      }),
      { numRuns: 1000 },
    );
  });

  it.each(['=cmd|" /C calc"!A0', '  =1+1', '+1', '-2+3', '@SUM(A1)', '\t=1', '\u00A0=1', '\uFF1D1'])(
    'keeps %j from being run',
    (formula) => {
      // Joining with commas, the naive way, hands it over as it is.
      expect([formula].join(',').trim()).toMatch(runs);
      const [, [first = ''] = []] = parseCsv(csv({ name: 't', columns: ['a'], rows: [[formula]] }));
      expect(first).toBe(`'${formula.trim()}`);
    },
  );

  it('leaves numbers numbers, and marks itself as UTF-8', () => {
    const written = csv({ name: 't', columns: ['Ŵ'], rows: [[-5], [0], [true]] });
    expect(written).toBe('\uFEFFŴ\r\n-5\r\n0\r\ntrue\r\n');
  });
});

async function* parts(...texts: readonly string[]): AsyncGenerator<Uint8Array> {
  for (const part of texts) yield Buffer.from(part);
}

describe('a ZIP', () => {
  it('opens with unzip, in any language, with every byte', async () => {
    const bytes = await gathered(
      zip(
        [
          { path: 'a/README.txt', compress: true, bytes: () => parts('Hello, ', 'Ŵyn') },
          { path: 'a/تقرير 日本.pdf', compress: false, bytes: () => parts('x'.repeat(200_000)) },
          { path: 'a/empty', compress: false, bytes: () => parts() },
        ],
        at,
      ),
    );
    const files = await unzipped(bytes);
    expect([...files.keys()].sort()).toEqual(['a/README.txt', 'a/empty', 'a/تقرير 日本.pdf']);
    expect(files.get('a/README.txt')?.toString()).toBe('Hello, Ŵyn');
    expect(files.get('a/تقرير 日本.pdf')?.length).toBe(200_000);
    expect(files.get('a/empty')?.length).toBe(0);
  });

  it('reads one source at a time, and closes it when its reader has had enough', async () => {
    let open = 0;
    let most = 0;
    async function* endless(): AsyncGenerator<Uint8Array> {
      open += 1;
      most = Math.max(most, open);
      try {
        for (;;) yield Buffer.alloc(64 * 1024);
      } finally {
        open -= 1;
      }
    }
    let taken = 0;
    for await (const chunk of zip(
      ['a', 'b'].map((path) => ({ path, compress: false, bytes: endless })),
      at,
    )) {
      taken += chunk.length;
      if (taken > 1024 * 1024) break;
    }
    await expect.poll(() => open).toBe(0);
    expect(most).toBe(1);
  });

  it.each([0, 1, 40])('ends with the failure of a source, after %i parts', async (before) => {
    async function* failing(): AsyncGenerator<Uint8Array> {
      for (let part = 0; part < before; part += 1) yield Buffer.alloc(64 * 1024);
      throw new Error('damaged');
    }
    const archive = zip([{ path: 'a', compress: true, bytes: failing }], at);
    await expect(gathered(archive)).rejects.toThrow('damaged');
  });
});
