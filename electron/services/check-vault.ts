import { canonicalJson } from '#shared/domain/canonical.ts';
import { travellingCollections } from '#shared/domain/packages/audiences.ts';
import { type RestoreRecord, restoreBehind } from '#shared/domain/restores.ts';
import { type StoreHeads, textOfHeads } from '#shared/domain/sealed-heads.ts';
import { type CheckReport, type Finding, fault, note } from '#shared/domain/vault-check.ts';
import type { JournalHead } from '#shared/domain/vault-records.ts';
import { checkPortfolio } from './check-portfolio.ts';
import type { StoreReading, VaultReading } from './ports/reading.ts';
import type { Ports } from './ports.ts';

type Needs = Pick<Ports, 'clock' | 'signers' | 'hash'>;

/**
 * Heads that were noted somewhere else: those of all stores in a backup, that of some portfolio in a signed report.
 * `madeAt`: when the backup was made, where it may be one that a restore has left behind.
 */
export type OutsideHeads =
  | { readonly from: string; readonly stores: StoreHeads; readonly madeAt?: string }
  | { readonly from: string; readonly portfolio: JournalHead };

const profileStore = 'profile';
const portfolioStore = (id: string) => `portfolios/${id}`;
const outsideCodes = { cut: 'cut-since-outside', changed: 'changed-since-outside' } as const;

/** Compares the journals with heads somebody vouched for earlier: each must still be in its journal, or the journal lost it. */
function compareHeads(
  reading: VaultReading,
  stores: StoreHeads,
  codes: { readonly cut: Finding['code']; readonly changed: Finding['code'] },
  from: string,
): readonly Finding[] {
  const readings = new Map<string, Pick<StoreReading<unknown>, 'whole' | 'hashAt'>>([
    [profileStore, reading.profile],
  ]);
  for (const [id, portfolio] of reading.portfolios) readings.set(portfolioStore(id), portfolio);
  return Object.entries(stores).flatMap(([store, head]) => {
    if (head.entries === 0) return [];
    const found = readings.get(store);
    // What is damaged is told as that: how far it could be read says nothing.
    if (found !== undefined && !found.whole) return [];
    const hash = found?.hashAt(head.entries);
    if (hash === undefined) return [fault(codes.cut, store, from)];
    return hash === head.hash ? [] : [fault(codes.changed, store, from)];
  });
}

function compareReport({ portfolios }: VaultReading, head: JournalHead, from: string): readonly Finding[] {
  const all = [...portfolios.values()];
  // A report does not say which portfolio it is of in a way that could not be cut away with it: one of them must fit.
  if (all.some(({ hashAt }) => hashAt(head.entries) === head.hash)) return [];
  const longEnough = all.some(({ hashAt }) => hashAt(head.entries) !== undefined);
  return [fault(longEnough ? 'changed-since-outside' : 'cut-since-outside', 'portfolios', from)];
}

/**
 * The restores this vault itself went through. One that came along with a merged copy is of another line, and explains
 * nothing here.
 */
const ownRestores = ({ profile }: VaultReading): readonly RestoreRecord[] =>
  [...profile.all('restores').values()].filter(({ id }) => !profile.isBrought('restores', id));

/** A backup the journals do not hold was made before a restore, or they are not what they were. */
function compareBackup(
  reading: VaultReading,
  backup: Extract<OutsideHeads, { stores: StoreHeads }>,
  now: Date,
): readonly Finding[] {
  const findings = compareHeads(reading, backup.stores, outsideCodes, backup.from);
  if (findings.length === 0 || backup.madeAt === undefined) return findings;
  const behind = restoreBehind(backup.madeAt, ownRestores(reading), now);
  return behind === undefined ? findings : [note('backup-left-behind', backup.from, behind.at)];
}

/** What was restored is where the vault goes on from: no restore may be noted that the journals do not bear out. */
const checkRestores = (reading: VaultReading): readonly Finding[] =>
  ownRestores(reading).flatMap(({ heads, madeAt }) => compareHeads(reading, heads, outsideCodes, madeAt));

function checkSealedHeads({ signers }: Needs, reading: VaultReading): readonly Finding[] {
  const { sealed, profile } = reading;
  if (sealed === undefined) {
    const told = reading.findings.some(({ place }) => place === 'heads');
    return told ? [] : [note('heads-never-sealed', 'heads')];
  }
  const known = [...profile.all('signers').values()].filter(({ owner }) => owner);
  const isKnown = known.some(
    (signer) => canonicalJson(signer.certificates) === canonicalJson(sealed.certificates),
  );
  const [leaf = ''] = sealed.certificates;
  const holds = signers.verifySeal(textOfHeads(sealed), sealed.signature, leaf);
  const findings = compareHeads(
    reading,
    sealed.stores,
    { cut: 'cut-since-sealed', changed: 'changed-since-sealed' },
    'heads',
  );
  return holds && (isKnown || !profile.whole) ? findings : [fault('heads-seal-broken', 'heads'), ...findings];
}

function checkShelf({ profile, portfolios }: VaultReading): readonly Finding[] {
  if (!profile.whole) return [];
  const shelf = profile.all('shelf');
  return [
    ...[...shelf.keys()]
      .filter((id) => !portfolios.has(id))
      .map((id) => fault('shelf-without-portfolio', portfolioStore(id))),
    ...[...portfolios.keys()]
      .filter((id) => !shelf.has(id))
      .map((id) => fault('portfolio-not-on-shelf', portfolioStore(id))),
  ];
}

const sum = (numbers: readonly number[]) => numbers.reduce((total, number) => total + number, 0);

/**
 * Everything that can be said of a vault that was read: whether files, chains, attachments, seals and references hold,
 * and whether the journals still hold the heads that were sealed, here or elsewhere.
 */
export async function judgeVault(
  ports: Needs,
  reading: VaultReading,
  outside: readonly OutsideHeads[] = [],
): Promise<CheckReport> {
  const findings: Finding[] = [
    ...reading.findings,
    ...checkSealedHeads(ports, reading),
    ...checkShelf(reading),
    ...checkRestores(reading),
  ];
  const now = ports.clock.now();
  for (const heads of outside) {
    const compared =
      'stores' in heads
        ? compareBackup(reading, heads, now)
        : compareReport(reading, heads.portfolio, heads.from);
    findings.push(...compared);
  }
  for (const [id, portfolio] of reading.portfolios) {
    findings.push(...(await checkPortfolio(ports, portfolioStore(id), portfolio)));
  }
  const portfolios = [...reading.portfolios.values()];
  const stores = [reading.profile, ...portfolios];
  const seals = sum(portfolios.map((portfolio) => portfolio.all('seals').size));
  return {
    vaultId: reading.vaultId,
    checkedAt: now.toISOString(),
    counts: {
      stores: stores.length,
      lines: sum(stores.map(({ head }) => head.entries)),
      records: sum(
        portfolios.flatMap((portfolio) => travellingCollections.map((name) => portfolio.all(name).size)),
      ),
      attachments: sum(portfolios.map(({ attachments }) => attachments.size)),
      attachmentBytes: reading.attachmentBytes,
      seals,
      sealedHeads: outside.length + seals + (reading.sealed === undefined ? 0 : 1),
    },
    findings,
  };
}

/**
 * The heads in every backup of this vault on this computer: whoever cuts or rewrites the vault, and puts an old file of
 * sealed heads in its place, would have to find these as well.
 */
export async function headsInBackups(
  ports: Pick<Ports, 'backups'>,
  reading: VaultReading,
): Promise<readonly OutsideHeads[]> {
  const found: OutsideHeads[] = [];
  for (const path of await ports.backups.filesOf(reading.vaultId)) {
    const backup = await reading.headsInBackup(path);
    if (backup !== undefined) found.push({ from: path.replace(/^.*[\\/]/, ''), ...backup });
  }
  return found;
}
