import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { reportModelSchema } from '#shared/domain/report-model.ts';
import { type CheckReport, fault, isSound } from '#shared/domain/vault-check.ts';
import { createApp } from '../app.ts';
import { defaultBackupRoot } from '../default-folder.ts';
import { headsInBackups, judgeVault, type OutsideHeads } from '../services/check-vault.ts';
import type { VaultReading } from '../services/ports/reading.ts';
import type { Ports } from '../services/ports.ts';
import { readEmbeddedReport } from '../trust/embedded-report.ts';
import { parseOptions, UsageError } from './arguments.ts';
import { checkLines } from './check-words.ts';
import type { Command } from './command.ts';
import { askSecret } from './secret.ts';
import { wordsFor } from './words.ts';

/** Where a portfolio's journal stood when a report was signed; undefined unless its signatures hold. */
async function headInReport(ports: Ports, path: string): Promise<OutsideHeads | undefined> {
  try {
    const pdf = await readFile(path);
    const { status } = await ports.verifier.verify(pdf, new Set());
    if (status !== 'valid') return undefined;
    const embedded = new TextDecoder().decode(readEmbeddedReport(pdf) ?? new Uint8Array());
    const record = reportModelSchema.shape.record.parse(JSON.parse(embedded).record);
    return { from: path, portfolio: { entries: record.entries, hash: record.head } };
  } catch {
    return undefined;
  }
}

async function judge(ports: Ports, reading: VaultReading, against: string | undefined): Promise<CheckReport> {
  const outside = [...(await headsInBackups(ports, reading))];
  if (against === undefined) return judgeVault(ports, reading, outside);
  const isReport = against.toLowerCase().endsWith('.pdf');
  const backup = isReport ? undefined : await reading.headsInBackup(against);
  const heads = isReport ? await headInReport(ports, against) : backup && { from: against, ...backup };
  if (heads !== undefined) outside.push(heads);
  const report = await judgeVault(ports, reading, outside);
  if (heads !== undefined) return report;
  const code = isReport ? 'outside-unreadable' : 'outside-other-vault';
  return { ...report, findings: [...report.findings, fault(code, against)] };
}

/** `check VAULT [--json] [--against FILE]`: exit 0 all good, 1 faults found, 2 could not be read. Writes nothing. */
export const checkCommand: Command = async (args, out) => {
  const { value, has, positionals } = parseOptions(args, { json: 'boolean', against: 'string' });
  const [folder] = positionals;
  if (folder === undefined || positionals.length > 1)
    throw new UsageError('check VAULT [--json] [--against FILE.pdf|FILE.waymark-backup]');
  const against = value('against');
  const app = await createApp({
    vaultFolder: resolve(folder),
    host: 'browser',
    backupRoot: defaultBackupRoot(),
  });
  try {
    const report = await app.ports.vaults.examine(resolve(folder), await askSecret(), {}, (reading) =>
      judge(app.ports, reading, against === undefined ? undefined : resolve(against)),
    );
    if (has('json')) out.line(JSON.stringify({ ...report, sound: isSound(report) }, null, 2));
    else for (const line of checkLines(report)) out.line(line);
    return isSound(report) ? 0 : 1;
  } catch (thrown) {
    if (thrown instanceof UsageError) throw thrown;
    out.fault(wordsFor(thrown));
    return 2;
  } finally {
    await app.close();
  }
};
