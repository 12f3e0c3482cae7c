import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { samplePassphrase } from '#electron/services/sample/sample-people.ts';
import { toolBed } from '#test/support/age-tool.ts';
import { runHeadless } from '#test/support/headless-process.ts';
import { csvRecords } from '#test/support/open-archives.ts';

type Bed = Awaited<ReturnType<typeof toolBed>>;
const letter = 'Re: Mrs Doreen Blackwood, NHS number 943 476 5919 (invented).';

/** `submission` as the built program runs it, over a vault with files of every standing. */
describe('handing over, on the command line', () => {
  let bed: Bed;
  let portfolio: string;
  const run = (...args: readonly string[]) =>
    runHeadless(['submission', '--vault', bed.at('demo/vault'), ...args], {
      WAYMARK_PASSPHRASE: samplePassphrase,
    });

  beforeAll(async () => {
    bed = await toolBed();
    expect(
      await runHeadless(['demo', bed.at('demo')], { WAYMARK_PASSPHRASE: samplePassphrase }),
    ).toMatchObject({ code: 0 });
    portfolio = (await readdir(bed.at('demo/vault/portfolios')))[0] ?? '';
    // Through the command line: vaults of the built program are not for the quick scrypt of these tests.
    await mkdir(bed.at('files'));
    await writeFile(bed.at('files/letter.txt'), letter);
    await writeFile(bed.at('files/minutes.txt'), 'Nothing to see.');
    await writeFile(
      bed.at('list.csv'),
      'Title,Date,Type,Files\nA letter about somebody who may be recognised (invented),01/02/2024,teaching,letter.txt\nMinutes,02/02/2024,teaching,minutes.txt\n',
    );
    const added = await runHeadless(
      [
        ...['evidence', 'import', bed.at('list.csv'), '--files', bed.at('files')],
        ...['--vault', bed.at('demo/vault'), '--portfolio', portfolio],
      ],
      { WAYMARK_PASSPHRASE: samplePassphrase },
    );
    expect(added).toMatchObject({ code: 0 });
  }, 120_000);
  afterAll(() => bed.remove());

  it('checks the files, writes the set, lists what is worth a look, and ends with 1', async () => {
    const out = bed.at('set');
    const ran = await run('--portfolio', portfolio, '--out', out);
    expect(ran).toMatchObject({ code: 1, stderr: expect.stringContaining('It is NOT encrypted.') });
    expect(ran.stdout).toMatch(/^Identifier check: possible identifiers in [1-9]\d* of \d+ files/m);
    expect(ran.stdout).not.toContain('not checked');
    expect(ran.stdout).toContain(
      '  A letter about somebody who may be recognised (invented): letter.txt (2 hits)',
    );
    expect(ran.stdout).not.toMatch(/Blackwood|943 476/);

    const paths = await readdir(out, { recursive: true });
    expect(paths).toEqual(expect.arrayContaining(['Index.pdf', 'README.txt', 'index.csv']));
    const rows = csvRecords(await readFile(`${out}/index.csv`, 'utf8'));
    const mine = rows.find(({ description }) => description?.startsWith('A letter about'));
    expect(await readFile(`${out}/${mine?.file}`, 'utf8')).toBe(letter);
    const readme = await readFile(`${out}/README.txt`, 'utf8');
    expect(readme).toContain('Identifier check: possible identifiers in');
  });

  it('tells scripts the same', async () => {
    const ran = await run('--portfolio', portfolio, '--out', bed.at('for scripts'), '--join', '--json');
    expect(ran.code).toBe(1);
    const told = JSON.parse(ran.stdout) as {
      readonly folder: string;
      readonly identifiers: Record<string, number>;
      readonly problems: readonly { readonly kind: string; readonly count: number | null }[];
      readonly beside: readonly { readonly path: string; readonly why: string }[];
    };
    expect(told).toMatchObject({ folder: bed.at('for scripts'), set: 'application' });
    expect(told.identifiers).toMatchObject({ unchecked: 0 });
    expect(told.identifiers.filesWithHits).toBeGreaterThan(0);
    expect(told.problems).toContainEqual(expect.objectContaining({ kind: 'open-hits', count: 2 }));
    expect(told.beside.map(({ why }) => why)).toContain('kind');
    for (const { path } of told.beside) await readFile(`${bed.at('for scripts')}/${path}`);
  });

  it('has nothing to say of an answer without recommendations', async () => {
    const ran = await run('--portfolio', portfolio, '--out', bed.at('answer'), '--set', 'answer');
    expect(ran).toMatchObject({ code: 0 });
    expect(ran.stdout).toContain('No obvious identifiers found; you must check every page.');
  });

  it('ends with 2, and writes nothing, where something is missing, wrong or in the way', async () => {
    await mkdir(bed.at('full'));
    await writeFile(bed.at('full/mine.txt'), 'mine');
    const cases: readonly (readonly string[])[] = [
      ['--portfolio', portfolio],
      ['--out', bed.at('none')],
      ['--portfolio', portfolio, '--out', bed.at('full')],
      ['--portfolio', portfolio, '--out', bed.at('none'), '--set', 'other'],
      ['--portfolio', crypto.randomUUID(), '--out', bed.at('none')],
      ['--portfolio', portfolio, '--out', bed.at('none'), '--jion'],
    ];
    for (const args of cases) {
      const ran = await run(...args);
      expect(ran.code, args.join(' ')).toBe(2);
      expect(ran.stdout).toBe('');
      expect(ran.stderr).not.toBe('');
    }
    expect(await readdir(bed.at('full'))).toEqual(['mine.txt']);
    expect(await readdir(bed.at('none')).catch(() => [])).toEqual([]);
  });
});
