import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { samplePassphrase } from '#electron/services/sample/sample-people.ts';
import { toolBed } from '#test/support/age-tool.ts';
import { runHeadless } from '#test/support/headless-process.ts';
import { digestsBelow } from '#test/support/storage-stores.ts';

type Bed = Awaited<ReturnType<typeof toolBed>>;

/** `check`, `backup` and `restore` as the built program runs them. */
describe('keeping a vault, on the command line', () => {
  let bed: Bed;
  let vault: string;
  let file: string;
  const run = (args: readonly string[], passphrase: string = samplePassphrase) =>
    runHeadless(args, { WAYMARK_PASSPHRASE: passphrase });

  beforeAll(async () => {
    bed = await toolBed();
    vault = bed.at('demo/vault');
    file = bed.at('whole.waymark-backup');
    expect(await run(['demo', bed.at('demo')])).toMatchObject({ code: 0 });
    expect(await run(['backup', '--vault', vault, '--out', file])).toMatchObject({ code: 0 });
  }, 120_000);
  afterAll(() => bed.remove());

  it('checks a sound vault with 0, and changes nothing in it', async () => {
    const before = await digestsBelow(vault);
    const checked = await run(['check', vault, '--json', '--against', bed.at('demo/report.pdf')]);
    expect(checked.code).toBe(0);
    expect(JSON.parse(checked.stdout)).toBeTypeOf('object');
    expect(await digestsBelow(vault)).toEqual(before);
  });

  it('checks an altered vault with 1, and what is no vault with 2', async () => {
    const spoilt = bed.at('spoilt/vault');
    expect(await run(['restore', file, '--vault', spoilt])).toMatchObject({ code: 0 });
    const portfolios = join(spoilt, 'portfolios');
    const [portfolio = ''] = await readdir(portfolios);
    const [part = ''] = await readdir(join(portfolios, portfolio, 'blobs'));
    const [name = ''] = await readdir(join(portfolios, portfolio, 'blobs', part));
    const blob = join(portfolios, portfolio, 'blobs', part, name);
    const bytes = await readFile(blob);
    bytes[bytes.length - 1] = (bytes.at(-1) ?? 0) ^ 1;
    await writeFile(blob, bytes);
    expect((await run(['check', spoilt])).code).toBe(1);
    await mkdir(bed.at('empty'));
    expect((await run(['check', bed.at('empty')])).code).toBe(2);
  });

  it('restores all of it, and only where there is no vault', async () => {
    const restored = bed.at('new/vault');
    expect(await run(['restore', file, '--vault', restored])).toMatchObject({ code: 0 });
    expect((await run(['check', restored])).code).toBe(0);
    const before = await digestsBelow(restored);
    const again = await run(['restore', file, '--vault', restored]);
    expect(again.code).toBe(1);
    expect(again.stderr.trim().split('\n')).toHaveLength(1);
    expect(await digestsBelow(restored)).toEqual(before);
  });

  it('refuses a wrong passphrase and an altered file with 1, and says what cannot be read with 2', async () => {
    const target = bed.at('never/vault');
    expect((await run(['restore', file, '--vault', target], 'not the passphrase')).code).toBe(1);
    const bytes = await readFile(file);
    const half = Math.floor(bytes.length / 2);
    bytes[half] = (bytes[half] ?? 0) ^ 1;
    await writeFile(bed.at('altered.waymark-backup'), bytes);
    expect((await run(['restore', bed.at('altered.waymark-backup'), '--vault', target])).code).toBe(1);
    expect((await run(['restore', bed.at('absent.waymark-backup'), '--vault', target])).code).toBe(2);
    await expect(readdir(target)).rejects.toThrow();
  });
});
