import { createHash } from 'node:crypto';
import { readFile, rm, writeFile } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { newIdentity } from '#electron/exchange/identity.ts';
import { samplePassphrase } from '#electron/services/sample/sample-people.ts';
import { ageDecrypt, ageEncrypt, tool, toolBed } from '#test/support/age-tool.ts';
import { runHeadless } from '#test/support/headless-process.ts';
import { digestsBelow } from '#test/support/storage-stores.ts';

type Bed = Awaited<ReturnType<typeof toolBed>>;
const packagePassphrase = 'four plain unrelated words';
const secrets = { WAYMARK_PASSPHRASE: samplePassphrase };
const withPassphrase = { ...secrets, WAYMARK_PACKAGE_PASSPHRASE: packagePassphrase };

/** The built command line and the ordinary Debian tools, as two people would use them. */
describe('packages on the command line', () => {
  let bed: Bed;
  let at: Bed['at'];
  let portfolioId: string;
  const run = (args: readonly string[], env: Record<string, string> = secrets) => runHeadless(args, env);
  const done = async (args: readonly string[], env?: Record<string, string>) => {
    const ran = await run(args, env);
    if (ran.code !== 0) throw new Error(`${args[0]}: ${ran.stderr}`);
    return ran;
  };
  const pack = (out: string, rest: readonly string[], env?: Record<string, string>) =>
    run(['pack', '--vault', at('doctor/vault'), '--portfolio', portfolioId, '--out', at(out), ...rest], env);

  beforeAll(async () => {
    bed = await toolBed();
    at = bed.at;
    await done(['demo', at('doctor')]);
    await done(['demo', at('panel')]);
    const [first] = (await tool('ls', [at('doctor/vault/portfolios')])).split('\n');
    portfolioId = first ?? '';
    await done(['card', '--vault', at('doctor/vault'), '--out', at('doctor.waymark-card')]);
    await done(['card', '--vault', at('panel/vault'), '--out', at('panel.waymark-card')]);
    await done(['people', '--vault', at('panel/vault'), '--add', at('doctor.waymark-card')]);
    expect(
      await pack('to-panel.waymark', ['--audience', 'panel', '--to', at('panel.waymark-card')]),
    ).toMatchObject({
      code: 0,
      stdout: '',
    });
  }, 120_000);
  afterAll(() => bed.remove());

  it('list what they hold and who sealed it, and write nothing', async () => {
    const before = await digestsBelow(at('panel'));
    const listed = await done(['unpack', at('to-panel.waymark'), '--list', '--vault', at('panel/vault')]);
    expect(listed.stdout).toContain('Sealed by   Dr Sample Doctor (invented) (in this vault’s directory)');
    expect(listed.stdout).toMatch(/\d+ {2}summary\.pdf/);
    // Sealed by a known sender, signed by somebody nobody here has made sure of.
    const unsure = /^signed {6}reviews Review [\d-]+\n {2}chair: .*\(NOT.*\)\n {4}certificate [0-9a-f]{64}$/m;
    expect(listed.stdout).toMatch(unsure);
    const told = await done(['import', at('to-panel.waymark'), '--vault', at('panel/vault'), '--preview']);
    expect(told.stdout).toMatch(unsure);
    expect(told.stdout).toMatch(/\d+ not confirmed here: ask each person before you rely on it/);
    const previewed = await done([
      'import',
      at('to-panel.waymark'),
      '--vault',
      at('panel/vault'),
      '--preview',
      '--json',
    ]);
    expect(JSON.parse(previewed.stdout)).toMatchObject({
      preview: { about: { portfolio: { id: portfolioId, isNew: true } }, refused: [] },
      merged: null,
    });
    const changed = (await digestsBelow(at('panel'))).filter((line) => !before.includes(line));
    // Heads are sealed when a vault is closed; no record, file or folder came or went.
    expect(changed.every((line) => /heads/.test(line))).toBe(true);
  });

  it('are opened by age, unzip and sha256sum, without Waymark', async () => {
    const identity = await newIdentity();
    const opened = await ageDecrypt(await passphrasePackage(), { passphrase: packagePassphrase });
    await writeFile(at('plain.zip'), opened);
    await tool('unzip', ['-q', '-d', at('plain'), at('plain.zip')]);
    expect(await tool('sha256sum', ['-c', '--strict', 'SHA256SUMS'], at('plain'))).not.toContain('FAILED');
    const manifest = JSON.parse(await readFile(at('plain/manifest.json'), 'utf8'));
    const sums = await readFile(at('plain/SHA256SUMS'), 'utf8');
    expect(sums.trimEnd().split('\n')).toHaveLength(manifest.entries.length + 2);
    for (const { path, size, sha256 } of manifest.entries) {
      const bytes = await readFile(at(`plain/${path}`));
      expect([bytes.length, createHash('sha256').update(bytes).digest('hex')]).toEqual([size, sha256]);
    }
    // The seal, by openssl: the certificate is in it, the signature is over the manifest's bytes.
    const seal = JSON.parse(await readFile(at('plain/seal.json'), 'utf8'));
    await writeFile(at('leaf.pem'), seal.certificates[0]);
    await writeFile(at('signature'), Buffer.from(seal.signature, 'base64'));
    await writeFile(
      at('key.pem'),
      await tool('openssl', ['x509', '-in', at('leaf.pem'), '-pubkey', '-noout']),
    );
    const verify = ['dgst', '-sha256', '-verify', at('key.pem'), '-signature', at('signature')];
    expect(await tool('openssl', [...verify, at('plain/manifest.json')])).toContain('Verified OK');

    // And back: what the age tool encrypts of it is as good as what we did.
    await writeFile(at('key.txt'), `# an age key\n${identity.secret}\n`);
    await writeFile(at('again.waymark'), await ageEncrypt(opened, { recipients: [identity.recipient] }));
    const listed = await done(['unpack', at('again.waymark'), '--list', '--identity', at('key.txt')]);
    expect(listed.stdout).toContain('Sealed by   Dr Sample Doctor (invented)');
    await writeFile(at('theirs.waymark'), await ageEncrypt(opened, { passphrase: packagePassphrase }));
    await done(['unpack', at('theirs.waymark'), '--list'], withPassphrase);
  }, 120_000);

  const passphrasePackage = async () => {
    await rm(at('self.waymark'), { force: true });
    expect(await pack('self.waymark', ['--audience', 'supervisor'], withPassphrase)).toMatchObject({
      code: 0,
    });
    return readFile(at('self.waymark'));
  };

  it('hold a list for spreadsheets and a summary for people', async () => {
    const csv = await readFile(at('plain/index.csv'), 'utf8');
    expect(csv.split('\r\n')[0]).toBe(
      '\uFEFFNumber,Kind,Title,Type,From,To,Capabilities,File name,In this archive',
    );
    const text = await tool('pdftotext', ['-layout', at('plain/summary.pdf'), '-']);
    expect(text).toContain('What this package holds');
    expect(text).toContain('Dr Sample Doctor (invented)');
    expect(text).toContain('What this is not.');
    expect(await tool('qpdf', ['--check', at('plain/summary.pdf')])).toContain(
      'No syntax or stream encoding errors',
    );
  });

  it('are merged, once', async () => {
    const merged = await done(['import', at('to-panel.waymark'), '--vault', at('panel/vault'), '--json']);
    expect(JSON.parse(merged.stdout).merged).toMatchObject({ portfolioId, conflicting: 0, known: 0 });
    const again = await done(['import', at('to-panel.waymark'), '--vault', at('panel/vault'), '--json']);
    expect(JSON.parse(again.stdout).merged).toMatchObject({ new: 0, changed: 0, files: 0 });
  });

  it('end with 1 and the reason on one line when refused, with 2 when there is nothing to read', async () => {
    const bytes = await readFile(at('to-panel.waymark'));
    bytes[bytes.length - 1] = (bytes.at(-1) ?? 0) ^ 1;
    await writeFile(at('flipped.waymark'), bytes);
    const oneLine = /^[^\n]+\n$/;
    const refused = ['import', at('flipped.waymark'), '--vault', at('panel/vault')];
    expect(await run(refused)).toMatchObject({ code: 1, stdout: '', stderr: expect.stringMatching(oneLine) });
    const foreign = ['import', at('to-panel.waymark'), '--vault', at('doctor/vault')];
    expect(await run(foreign)).toMatchObject({
      code: 1,
      stderr: expect.stringMatching(/not encrypted to you/),
    });
    await writeFile(at('none.waymark'), 'not a package');
    for (const file of ['none.waymark', 'absent.waymark', 'panel']) {
      const ran = await run(['unpack', at(file), '--list']);
      expect(ran, file).toMatchObject({ code: 2, stdout: '', stderr: expect.stringMatching(oneLine) });
    }
    expect(
      await pack('to-panel.waymark', ['--audience', 'panel', '--to', at('panel.waymark-card')]),
    ).toMatchObject({
      code: 1,
    });
    expect(await pack('no.waymark', ['--audience', 'gmc', '--to', at('panel.waymark-card')])).toMatchObject({
      code: 2,
    });
    expect(await pack('no.waymark', ['--audience', 'panel'])).toMatchObject({ code: 2 });
  });
});
