import { mkdir, readdir, writeFile } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { samplePassphrase } from '#electron/services/sample/sample-people.ts';
import { toolBed } from '#test/support/age-tool.ts';
import { runHeadless } from '#test/support/headless-process.ts';

type Bed = Awaited<ReturnType<typeof toolBed>>;

/** `evidence import` as the built program runs it. */
describe('bringing evidence in, on the command line', () => {
  let bed: Bed;
  let portfolio: string;
  const run = (...args: readonly string[]) => runHeadless(args, { WAYMARK_PASSPHRASE: samplePassphrase });
  const bringIn = (file: string, ...more: readonly string[]) =>
    run(
      'evidence',
      'import',
      bed.at(file),
      '--vault',
      bed.at('demo/vault'),
      '--portfolio',
      portfolio,
      ...more,
    );

  beforeAll(async () => {
    bed = await toolBed();
    expect(await run('demo', bed.at('demo'))).toMatchObject({ code: 0 });
    portfolio = (await readdir(bed.at('demo/vault/portfolios')))[0] ?? '';
    await mkdir(bed.at('files'));
    await writeFile(bed.at('files/log.txt'), 'A file (invented)');
    await writeFile(
      bed.at('list.csv'),
      'Was,Wann,Art,Datei\nTeaching (invented),01/02/2024,teaching,log.txt\nNo day,,audit,\n',
    );
    await writeFile(
      bed.at('map.json'),
      JSON.stringify({ columns: { Was: 'title', Wann: 'startedOn', Art: 'type', Datei: 'files' } }),
    );
    await writeFile(bed.at('wrong.json'), JSON.stringify({ columns: { Nobody: 'title' } }));
    await writeFile(bed.at('none.csv'), 'Title,Date\n');
  }, 120_000);
  afterAll(() => bed.remove());

  it('says what would come in, brings in what is good, and knows it again', async () => {
    const map = ['--map', bed.at('map.json'), '--files', bed.at('files')];
    const preview = await bringIn('list.csv', ...map, '--preview');
    expect(preview).toMatchObject({ code: 1, stdout: expect.stringContaining('2 rows: 1 would come in.') });
    expect(preview.stdout).toMatch(/row +3 +bad +Wann: no date/);
    const done = await bringIn('list.csv', ...map, '--json');
    expect(done.code).toBe(1);
    expect(JSON.parse(done.stdout)).toMatchObject({ chosen: [2], added: { added: 1, drafts: 0 } });
    const again = await bringIn('list.csv', ...map);
    expect(again).toMatchObject({ code: 1, stdout: expect.stringContaining('2 rows: 0 came in.') });
  });

  it('ends with 2 where there is nothing to read, or the map makes no sense', async () => {
    expect(await bringIn('none.csv')).toMatchObject({ code: 2 });
    expect(await bringIn('list.csv', '--map', bed.at('wrong.json'))).toMatchObject({ code: 2 });
    expect(await bringIn('list.csv', '--map', bed.at('list.csv'))).toMatchObject({ code: 2 });
  });
});
