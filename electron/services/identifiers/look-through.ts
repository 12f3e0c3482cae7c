import type { EvidenceItem } from '#shared/domain/evidence.ts';
import { sharedFileOf } from '#shared/domain/identifiers/anonymisation.ts';
import type { FileCheck } from '#shared/domain/identifiers/file-check.ts';
import { type JobTools, stopIfCancelled } from '../jobs.ts';
import type { Ports } from '../ports.ts';
import type { OpenPortfolio } from '../session.ts';
import { checkFile } from './file-check.ts';

/** What somebody may have mended, or what a slow machine gave up: tried again when it is asked for by name. */
const worthAnother: ReadonlySet<FileCheck['state']> = new Set(['malformed', 'too-large']);

/**
 * Looks into the files of these items that were not looked into yet under what may stay in them; each once.
 * @param again those that could not be read are tried again; else it is work in the background.
 */
export async function lookThrough(
  { documents }: Pick<Ports, 'documents'>,
  { store, identifiers }: Pick<OpenPortfolio, 'store' | 'identifiers'>,
  items: readonly EvidenceItem[],
  { progress, signal }: JobTools,
  again = false,
): Promise<void> {
  const waiting = items.flatMap((item) => {
    const options = identifiers.optionsOf(item);
    return item.attachments.map((attachment) => ({
      file: { ...sharedFileOf(attachment), isCopy: attachment.redacted !== undefined },
      options,
    }));
  });
  const { checks } = identifiers;
  for (const [done, { file, options }] of waiting.entries()) {
    progress('checking', done, waiting.length);
    stopIfCancelled(signal);
    await checks.ask(file.hash, options);
    const before = checks.brief(file.hash, options);
    if (before !== undefined && !(again && worthAnother.has(before.state))) continue;
    const how = { signal, background: !again };
    const check = await checkFile(documents, store, file, options, how);
    // Not kept here: it may come back, by a merge or a restore.
    if (check === undefined) continue;
    await checks.note(file.hash, options, check);
    identifiers.checked(file.hash);
  }
  progress('checking', waiting.length, waiting.length);
}
