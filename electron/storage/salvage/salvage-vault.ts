import { failure } from '#shared/domain/failure.ts';
import type { SalvageReport } from '#shared/domain/salvage.ts';
import type { Files } from '../files.ts';
import { segmentName } from '../segments.ts';
import { examineVault, type VaultPlace } from './examine-vault.ts';
import { cutAside, moveAside } from './set-aside.ts';

async function emptySegment(files: Files, folder: string, segment: number): Promise<void> {
  const file = await files.open(`${folder}/${segmentName(segment)}`, 'create');
  await file.sync();
  await file.close();
  await files.syncFolder(folder);
}

/**
 * Sets damaged files aside, so that what is good opens again. Nothing is deleted: whoever has other means finds every byte
 * in the vault's `set-aside` folder. Interrupted anywhere, it can be done again. Fails with VAULT_DAMAGED, having changed
 * nothing, when not even the owner's profile can be read.
 */
export async function salvageVault(files: Files, place: VaultPlace, at: Date): Promise<SalvageReport> {
  const { folder } = place;
  const { report, repairs, aside } = await examineVault(files, place);
  if (!report.canOpen) {
    const first = report.findings[0];
    throw failure('VAULT_DAMAGED', { file: first?.file ?? 'profile', what: first?.what ?? 'missing' });
  }
  for (const name of aside) await moveAside(files, folder, name, at);
  for (const { store, cut, gone, aside: names } of repairs) {
    // From the last file to the first: stopped half-way, the damage is still where it was.
    for (const name of names) await moveAside(files, folder, `${store}/${name}`, at);
    if (cut !== null) await cutAside(files, folder, `${store}/${segmentName(cut.segment)}`, cut.bytes, at);
    for (const segment of gone) await emptySegment(files, `${folder}/${store}`, segment);
  }
  return report;
}
