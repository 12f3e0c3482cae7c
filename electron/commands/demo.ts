import { mkdir, readdir, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { createApp, systemClock } from '../app.ts';
import { fillSample } from '../services/sample/fill-sample.ts';
import { sampleChairPassphrase, samplePassphrase } from '../services/sample/sample-people.ts';
import { createPdfVerifier } from '../trust/verifier.ts';
import { parseOptions, UsageError } from './arguments.ts';
import { bytesOf } from './bytes-of.ts';
import type { Command } from './command.ts';
import { runCycle } from './demo/cycle.ts';
import { runPanelDay } from './demo/panel-day.ts';

const isEmpty = async (folder: string) => (await readdir(folder).catch(() => [])).length === 0;

const usage = 'demo DIR [--cycle | --panel-day]';

/**
 * `demo DIR`: a sample vault, a review held and signed in it, and its report as PDF and JSON. `--cycle`: two years of
 * reviews among three vaults that exchange files.
 */
export const demoCommand: Command = async (args, out) => {
  const { positionals, has } = parseOptions(args, { cycle: 'boolean', 'panel-day': 'boolean' });
  const [target] = positionals;
  if (target === undefined) throw new UsageError(usage);
  const folder = resolve(target);
  if (has('cycle') || has('panel-day')) {
    if (!(await isEmpty(folder))) throw new UsageError(`${folder} is not empty; choose another folder.`);
    const run = has('cycle') ? runCycle : runPanelDay;
    return run(folder, systemClock.today(), out);
  }
  const vaultFolder = join(folder, 'vault');
  if (!(await isEmpty(vaultFolder)))
    throw new UsageError(`${vaultFolder} is not empty; choose another folder.`);
  await mkdir(folder, { recursive: true });
  const given = process.env.WAYMARK_PASSPHRASE;
  const passphrase = given ?? samplePassphrase;
  const app = await createApp({ vaultFolder, host: 'browser' });
  try {
    const owner = app.ports.newId();
    const vault = await app.ports.vaults.create(vaultFolder, passphrase, owner);
    app.session.open(vault);
    const sample = await fillSample(app.ports, vault, owner);
    const id = await sample.hold();
    const { store } = await app.session.portfolio(sample.portfolioId);
    const signOff = store.get('reviews', id)?.signOff;
    if (signOff === undefined || signOff === null) throw new Error('the sample review was not signed');
    const pdf = await bytesOf(store.blobs, signOff.report);
    await writeFile(join(folder, 'report.pdf'), pdf);
    await writeFile(join(folder, 'report.json'), await bytesOf(store.blobs, signOff.model));
    const verdict = await createPdfVerifier().verify(pdf, new Set());
    out.line(`Sample vault    ${vaultFolder}`);
    // One of the person's own is not for the screen.
    out.line(`  passphrase    ${given === undefined ? samplePassphrase : 'the one in WAYMARK_PASSPHRASE'}`);
    out.line(`  the chair's   ${sampleChairPassphrase}`);
    out.line(`Review          ${id}`);
    out.line(`Report          ${join(folder, 'report.pdf')} (${verdict.status})`);
    out.line(`Its data        ${join(folder, 'report.json')}`);
    return verdict.status === 'valid' ? 0 : 1;
  } finally {
    await app.close();
  }
};
