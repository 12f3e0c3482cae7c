import { idSchema } from '#shared/domain/ids.ts';
import type { SalvageFinding, SalvageReport } from '#shared/domain/salvage.ts';
import type { SealedHeads } from '#shared/domain/sealed-heads.ts';
import { blobNameKey, nameOf } from '../blob-writer.ts';
import { portfolioCollections, profileCollections } from '../collections.ts';
import { createDrafts, draftsFolder } from '../drafts.ts';
import type { Files } from '../files.ts';
import { headsKey, headsName, readHeads } from '../heads-file.ts';
import { subkey } from '../seal.ts';
import { portfolioPath, portfoliosFolder, profileFolder } from '../vault-folder.ts';
import { examineBlobs } from './examine-blobs.ts';
import { examineStore, type StoreExamined, type StoreRepair } from './examine-store.ts';
import { type Fault, faultOf } from './good-part.ts';
import { namedFiles } from './named-files.ts';

export type VaultPlace = { readonly folder: string; readonly vaultId: string; readonly dataKey: Uint8Array };

/** What was found in a vault, and what must be done so that its good part opens. */
export type VaultExamined = {
  readonly report: SalvageReport;
  readonly repairs: readonly (StoreRepair & { readonly store: string })[];
  /** Paths within the vault of single files to set aside. */
  readonly aside: readonly string[];
};

const noted = (fault: Fault, kind: SalvageFinding['kind'], store: string): SalvageFinding => ({
  file: fault.file,
  what: fault.what,
  kind,
  store,
  canSetAside: fault.what !== 'missing',
  readable: null,
  lastReadableAt: null,
  unreadable: null,
  attachment: null,
});

async function examineDrafts(
  files: Files,
  { folder, vaultId, dataKey }: VaultPlace,
): Promise<readonly Fault[]> {
  const drafts = createDrafts({ files, clock: { now: () => new Date(0) }, folder, vaultId, dataKey });
  const faults: Fault[] = [];
  for (const name of (await files.list(`${folder}/${draftsFolder}`)) ?? []) {
    const fault = await faultOf(() => drafts.check(name));
    if (fault !== undefined) faults.push(fault);
  }
  await drafts.close();
  return faults;
}

/** Reads everything in a vault whose key is known and whose lock is held. Changes nothing. Fails with VAULT_NEWER. */
export async function examineVault(files: Files, place: VaultPlace): Promise<VaultExamined> {
  const { folder, vaultId, dataKey } = place;
  const findings: SalvageFinding[] = [];
  const aside: string[] = [];
  const repairs: (StoreRepair & { readonly store: string })[] = [];

  let heads: SealedHeads | undefined;
  const unsealed = await faultOf(async () => {
    heads = await readHeads(files, { ...headsKey(dataKey, vaultId), folder });
  });
  if (unsealed !== undefined) {
    aside.push(headsName);
    findings.push(noted(unsealed, 'seal', ''));
  }

  const placeOf = (store: string) => ({
    vaultId,
    store,
    key: subkey(dataKey, vaultId, `journal/${store}`),
    folder: `${folder}/${store}`,
  });
  const admit = (store: string, examined: StoreExamined) => {
    findings.push(...examined.findings);
    // Where nothing can be read, nothing is gained by moving files about.
    const isLost = examined.findings.some(({ kind, canSetAside }) => kind === 'journal' && !canSetAside);
    if (isLost) return;
    repairs.push({ ...examined.repair, store });
    if (examined.repair.unseals && !aside.includes(headsName)) aside.push(headsName);
  };

  const profile = await examineStore(
    files,
    placeOf(profileFolder),
    profileCollections,
    heads?.stores[profileFolder],
  );
  admit(profileFolder, profile);

  for (const id of (await files.list(`${folder}/${portfoliosFolder}`)) ?? []) {
    if (!idSchema.safeParse(id).success) continue;
    const store = portfolioPath(id);
    const examined = await examineStore(files, placeOf(store), portfolioCollections, heads?.stores[store]);
    admit(store, examined);
    const key = subkey(dataKey, vaultId, `blobs/${store}`);
    const blobs = { key, vaultId, store, folder: `${folder}/${store}/blobs` };
    const named = namedFiles(examined.state);
    const faults = await examineBlobs(
      files,
      blobs,
      named.map(({ hash }) => hash),
    );
    for (const fault of faults) {
      const known = named.find(({ hash }) => nameOf(blobNameKey(blobs), hash) === fault.name);
      const attachment = known === undefined ? null : { name: known.name, title: known.title };
      findings.push({ ...noted(fault, 'attachment', store), attachment });
      if (fault.what !== 'missing') aside.push(fault.file);
    }
  }

  for (const fault of await examineDrafts(files, place)) {
    findings.push(noted(fault, 'draft', ''));
    aside.push(fault.file);
  }
  const hasOwner = (profile.state.collections.get('profile')?.values.size ?? 0) > 0;
  return { report: { findings, canOpen: hasOwner }, repairs, aside };
}
