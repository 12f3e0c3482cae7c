import { execFileSync } from 'node:child_process';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { type AddressInfo, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { samplePassphrase } from '#electron/services/sample/sample-people.ts';
import { guidancePacks } from '#shared/guidance/packs.ts';
import { runHeadless } from '#test/support/headless-process.ts';
import { unzipped } from '#test/support/open-archives.ts';
import { cards, testPerson } from '#test/support/people-cards.ts';

/** The built command line, run as a person would; `npm test` builds first. */
describe('the command line', () => {
  let folder: string;
  let reviewId: string;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'waymark-commands-'));
    const ran = await runHeadless(['demo', folder], { WAYMARK_PASSPHRASE: samplePassphrase });
    expect(ran.stderr).toBe('');
    expect(ran.stdout).not.toContain(samplePassphrase);
    expect(ran.code).toBe(0);
    reviewId = /^Review\s+(\S+)$/m.exec(ran.stdout)?.[1] ?? '';
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));

  const at = (name: string) => join(folder, name);

  it('makes a demo whose report is signed and holds its data', async () => {
    const embedded = execFileSync('pdfdetach', ['-save', '1', '-o', at('embedded.json'), at('report.pdf')], {
      encoding: 'utf8',
    });
    expect(embedded).toBe('');
    expect(await readFile(at('embedded.json'))).toEqual(await readFile(at('report.json')));
    expect(JSON.parse(await readFile(at('report.json'), 'utf8'))).toMatchObject({
      format: 'waymark-report-1',
      sample: true,
    });
    const said = execFileSync('pdfsig', [at('report.pdf')], { encoding: 'utf8' });
    expect(said).toContain('Signature is Valid');
    expect(said).toContain('Total document signed');
  });

  it('writes the CV, says what is worth a look, and writes over nothing', async () => {
    const shelf = await readdir(join(at('vault'), 'portfolios'));
    const write = (name: string) =>
      runHeadless(['cv', '--vault', at('vault'), '--portfolio', shelf[0] ?? '', '--out', at(name)], {
        WAYMARK_PASSPHRASE: samplePassphrase,
      });
    const pdf = await write('cv.pdf');
    expect(pdf.code).toBe(1);
    expect(pdf.stdout).toMatch(/^Gap without a reason \(Registrar in general medicine, overseas\): .* days/);
    expect(execFileSync('pdftotext', [at('cv.pdf'), '-'], { encoding: 'utf8' })).toContain('Posts held');
    expect((await write('cv.docx')).code).toBe(1);
    expect([...(await unzipped(await readFile(at('cv.docx')))).keys()]).toContain('word/document.xml');
    for (const name of ['cv.pdf', 'cv.odt']) {
      const refused = await write(name);
      expect(refused.code).toBe(2);
      expect(refused.stderr).toContain('--out');
    }
  });

  it('refuses to write a demo over something', async () => {
    expect((await runHeadless(['demo', folder])).code).toBe(2);
  });

  it('writes a signed report out again, byte for byte', async () => {
    const args = ['report', '--vault', at('vault'), '--review', reviewId, '--out', at('again.pdf')];
    const ran = await runHeadless(args, { WAYMARK_PASSPHRASE: samplePassphrase });
    expect(ran).toMatchObject({ code: 0, stdout: '' });
    expect((await readFile(at('again.pdf'))).equals(await readFile(at('report.pdf')))).toBe(true);
  });

  it('refuses a wrong passphrase, an unknown review and a passphrase it was not given', async () => {
    const args = ['report', '--vault', at('vault'), '--review', reviewId, '--out', at('no.pdf')];
    expect(await runHeadless(args, { WAYMARK_PASSPHRASE: 'wrong' })).toMatchObject({
      code: 1,
      stderr: expect.stringMatching(/passphrase/),
    });
    const unknown = await runHeadless([...args.slice(0, 4), crypto.randomUUID(), ...args.slice(5)], {
      WAYMARK_PASSPHRASE: samplePassphrase,
    });
    expect(unknown.code).toBe(1);
    expect(unknown.stderr).toContain(reviewId);
    await expect(readFile(at('no.pdf'))).rejects.toThrow();
  });

  it('says in words what the system refused: the file to write, the port to listen on', async () => {
    const report = ['report', '--vault', at('vault'), '--review', reviewId, '--out'];
    const known = { WAYMARK_PASSPHRASE: samplePassphrase };
    expect(await runHeadless([...report, at('no-such-folder/x.pdf')], known)).toMatchObject({
      code: 1,
      stderr: expect.stringContaining('no such folder'),
    });
    expect(await runHeadless([...report, folder], known)).toMatchObject({
      code: 1,
      stderr: expect.stringContaining('That is a folder'),
    });
    const taken = createServer();
    await new Promise<void>((done) => taken.listen(0, '127.0.0.1', done));
    const { port } = taken.address() as AddressInfo;
    const serve = ['serve', '--no-open', '--vault', at('vault'), '--port', String(port)];
    for (const minutes of ['0', '-1', 'soon', '1441'])
      expect(await runHeadless([...serve, '--lock-after', minutes])).toMatchObject({
        code: 2,
        stderr: expect.stringContaining('--lock-after'),
      });
    expect(await runHeadless(serve)).toMatchObject({ code: 1, stderr: expect.stringContaining('in use') });
    await new Promise((done) => taken.close(done));
  });

  it('writes the vault’s card, keeps another’s, and refuses one with other keys', async () => {
    const known = { WAYMARK_PASSPHRASE: samplePassphrase };
    const mine = await runHeadless(['card', '--vault', at('vault'), '--out', at('mine.waymark-card')], known);
    expect(mine).toMatchObject({ code: 0, stderr: expect.stringMatching(/Fingerprint: (\d{5} ){5}\d{5}/) });
    expect(cards.read(await readFile(at('mine.waymark-card'), 'utf8')).card.name).toContain('(invented)');

    const people = ['people', '--vault', at('vault')];
    const anna = await testPerson('Dr Anna Supervisor (invented)');
    await writeFile(at('anna.waymark-card'), `${anna.text}\n`);
    expect(await runHeadless([...people, '--add', at('anna.waymark-card')], known)).toMatchObject({
      code: 0,
      stdout: expect.stringContaining('not-yet'),
    });
    expect((await runHeadless(people, known)).stdout).toContain('Dr Anna Supervisor (invented)');
    const imposter = await testPerson(anna.card.name, { profileId: anna.card.profileId });
    for (const text of [imposter.text, `${anna.text.slice(0, -4)}AAAA`, 'not a card']) {
      await writeFile(at('other.waymark-card'), text);
      expect((await runHeadless([...people, '--add', at('other.waymark-card')], known)).code).toBe(1);
    }
    expect((await runHeadless([...people, '--add', at('mine.waymark-card')], known)).code).toBe(1);
  }, 60_000);

  it('exports everything in open formats, and never over a file', async () => {
    const known = { WAYMARK_PASSPHRASE: samplePassphrase };
    const args = ['export', '--vault', at('vault'), '--out', at('all.zip')];
    expect(await runHeadless(args, known)).toMatchObject({
      code: 0,
      stderr: expect.stringContaining('NOT encrypted'),
    });
    const zip = await readFile(at('all.zip'));
    const files = await unzipped(zip);
    expect([...files.keys()].filter((path) => path.endsWith('/records.json'))).toHaveLength(1);
    expect(await runHeadless(args, known)).toMatchObject({
      code: 1,
      stderr: expect.stringContaining('already'),
    });
    expect((await readFile(at('all.zip'))).equals(zip)).toBe(true);
    const unknown = [...args.slice(0, -1), at('none.zip'), '--portfolio', crypto.randomUUID()];
    expect((await runHeadless(unknown, known)).code).toBe(1);
    await expect(readFile(at('none.zip'))).rejects.toThrow();
  }, 60_000);

  it('verifies: 0 valid, 1 not valid, 2 unreadable', async () => {
    const valid = await runHeadless(['verify', at('report.pdf'), '--json']);
    expect(valid.code).toBe(0);
    expect(JSON.parse(valid.stdout)).toMatchObject({ status: 'valid', report: { sample: true } });

    const changed = await readFile(at('report.pdf'));
    changed[5000] = (changed[5000] ?? 0) ^ 4;
    await writeFile(at('changed.pdf'), changed);
    expect((await runHeadless(['verify', at('changed.pdf')])).code).toBe(1);
    expect((await runHeadless(['verify', at('report.json')])).code).toBe(2);
    expect((await runHeadless(['verify', at('missing.pdf')])).code).toBe(2);
    expect((await runHeadless(['verify'])).code).toBe(2);
  });

  it('lists the packs as JSON and as text', async () => {
    const listed = JSON.parse((await runHeadless(['guidance', 'list', '--json'])).stdout) as readonly {
      id: string;
      capabilities: unknown[];
    }[];
    expect(listed.map(({ id, capabilities }) => [id, capabilities.length])).toEqual(
      guidancePacks.map(({ id, capabilities }) => [id, capabilities.length]),
    );
    expect((await runHeadless(['guidance', 'list'])).stdout).toContain('IM1');
  });

  it('checks a pack, naming the path of each fault', async () => {
    const good: { capabilities: { source: string }[] } = JSON.parse(JSON.stringify(guidancePacks[0]));
    await writeFile(at('good.json'), JSON.stringify(good));
    expect((await runHeadless(['guidance', 'check', at('good.json')])).code).toBe(0);
    const second = good.capabilities[1];
    if (second === undefined) throw new Error('the pack is too small');
    second.source = 'nowhere';
    await writeFile(at('bad.json'), JSON.stringify(good));
    const bad = await runHeadless(['guidance', 'check', at('bad.json')]);
    expect(bad.code).toBe(1);
    expect(bad.stderr).toContain('capabilities[1].source');
    await writeFile(at('torn.json'), '{"format":');
    expect((await runHeadless(['guidance', 'check', at('torn.json')])).code).toBe(2);
  });

  it('turns packs into CASE packages and back, and never writes over a file', async () => {
    const out = (name: string) => ['--out', at(name)];
    const id = 'general-psychiatry';
    expect((await runHeadless(['guidance', 'export', id, '--to', 'case', ...out('case.json')])).code).toBe(0);
    const read = await runHeadless([
      'guidance',
      'import',
      at('case.json'),
      '--from',
      'case',
      ...out('back.json'),
    ]);
    expect(read).toMatchObject({ code: 0, stdout: expect.stringContaining('-> capability HLO1') });
    expect(JSON.parse(await readFile(at('back.json'), 'utf8'))).toEqual(
      guidancePacks.find((pack) => pack.id === id),
    );
    expect(
      (await runHeadless(['guidance', 'export', id, '--to', 'case', ...out('case.json')])).code,
    ).not.toBe(0);
    await writeFile(at('circle.json'), '{"CFDocument":{}}');
    const refused = await runHeadless([
      'guidance',
      'import',
      at('circle.json'),
      '--from',
      'case',
      ...out('no.json'),
    ]);
    expect(refused).toMatchObject({
      code: 1,
      stderr: expect.stringContaining('not shaped as a CASE package'),
    });
    expect((await runHeadless(['guidance', 'import', at('case.json'), '--from', 'xml'])).code).toBe(2);
    // Into a vault, and out of it again.
    const own = { ...JSON.parse(await readFile(at('back.json'), 'utf8')), version: '1.0.1' };
    await writeFile(at('own.json'), JSON.stringify(own));
    const vault = ['--vault', join(folder, 'vault')];
    const secret = { WAYMARK_PASSPHRASE: samplePassphrase };
    const kept = await runHeadless(
      ['guidance', 'import', at('own.json'), '--from', 'json', ...vault],
      secret,
    );
    expect(kept.code).toBe(0);
    const again = ['guidance', 'export', id, '--to', 'json', ...out('own-again.json'), ...vault];
    expect((await runHeadless(again, secret)).code).toBe(0);
    expect(JSON.parse(await readFile(at('own-again.json'), 'utf8'))).toEqual(own);
  });

  it('explains itself', async () => {
    expect(await runHeadless(['help'])).toMatchObject({
      code: 0,
      stdout: expect.stringContaining('verify FILE'),
    });
    expect((await runHeadless([])).code).toBe(2);
    expect((await runHeadless(['constructor'])).code).toBe(2);
    expect((await runHeadless(['verify', '--jsn', 'x'])).code).toBe(2);
  });
});
