import { failure } from '#shared/domain/failure.ts';
import { collectionsFor } from '#shared/domain/packages/audiences.ts';
import { filesNamedBy, privateOriginals } from '#shared/domain/packages/named-files.ts';
import { isRiskyFile } from '#shared/domain/packages/risky-files.ts';
import type { TravelRevision } from '#shared/domain/revisions.ts';
import { checkPack } from '#shared/guidance/check-pack.ts';
import { packFor } from '#shared/guidance/packs.ts';
import type { OpenedPackage } from '../ports/exchange.ts';
import type { BlobStore, PortfolioStore } from '../ports.ts';

const refused = (why: string, entry: string) => failure('PACKAGE_REFUSED', { why, entry });

type Named = { readonly packId: string; readonly packVersion: string; readonly pack?: unknown };

const isNamed = (value: unknown): value is Named =>
  typeof value === 'object' &&
  value !== null &&
  'packId' in value &&
  typeof value.packId === 'string' &&
  'packVersion' in value &&
  typeof value.packVersion === 'string';

/** Whether a version of the portfolio names guidance that is here, or carries sound guidance of its own. */
function canBeRead(value: unknown): boolean {
  if (!isNamed(value)) return false;
  const { pack, packId, packVersion } = value;
  return pack === undefined ? packFor({ packId, packVersion }) !== undefined : checkPack(pack).ok;
}

const namesPack = (value: unknown, packId: string): boolean => isNamed(value) && value.packId === packId;

/**
 * One portfolio, in every version the one the manifest names. A version that deletes it or moves it to guidance that is
 * neither here nor with it would leave one that cannot be opened.
 */
function checkPortfolio({ manifest }: OpenedPackage, revisions: readonly TravelRevision[]): void {
  const { id: named, packId } = manifest.portfolio;
  const file = 'data/portfolio.json';
  const versions = revisions.filter(({ collection }) => collection === 'portfolio');
  if (versions.length === 0 || !versions.every(({ id }) => id === named)) throw refused('content', file);
  const told = versions.filter(({ value }) => value !== undefined);
  if (!told.some(({ value }) => namesPack(value, packId))) throw refused('guidance', 'manifest.json');
  const unreadable = told.filter(({ value }) => !canBeRead(value));
  if (unreadable.length > 0)
    throw unreadable.every(({ value }) => namesPack(value, packId))
      ? refused('guidance', file)
      : refused('content', file);
}

/** A seal is never written again nor taken away: one that follows another is forged. */
function checkSeals(revisions: readonly TravelRevision[]): void {
  const forged = revisions.some(
    ({ collection, parents, value }) => collection === 'seals' && (parents.length > 0 || value === null),
  );
  if (forged) throw refused('seal', 'data/seals.json');
}

/** The collections its audience may be given, with as many records as the manifest counts. */
function checkCounts({ manifest }: OpenedPackage, revisions: readonly TravelRevision[]): void {
  const { audience, counts } = manifest;
  if (counts.revisions !== revisions.length) throw refused('content', 'manifest.json');
  const records = new Map<string, Set<string>>();
  for (const { collection, id } of revisions) {
    const ids = records.get(collection) ?? new Set();
    records.set(collection, ids.add(id));
  }
  const allowed = collectionsFor(audience);
  for (const [collection, ids] of records) {
    const known = allowed.find((name) => name === collection);
    if (known === undefined) throw refused('audience', `data/${collection}.json`);
    if ((counts[known] ?? 0) !== ids.size) throw refused('content', 'manifest.json');
  }
}

/** Each file a record names is in the package or kept here already, or has a redacted copy that is; and each file of the package is named. */
async function checkFiles(
  { originals }: OpenedPackage,
  revisions: readonly TravelRevision[],
  here: BlobStore | undefined,
): Promise<void> {
  const named = new Set<string>();
  const withCopy = privateOriginals(revisions);
  for (const { collection, value } of revisions) {
    for (const file of filesNamedBy(collection, value)) {
      if (isRiskyFile(file)) throw refused('executable', `originals/${file.hash}`);
      if (named.has(file.hash)) continue;
      named.add(file.hash);
      if (originals.has(file.hash) || withCopy.has(file.hash)) continue;
      if (here === undefined || !(await here.has(file.hash)))
        throw refused('missing', `originals/${file.hash}`);
    }
  }
  for (const hash of originals.keys()) if (!named.has(hash)) throw refused('extra', `originals/${hash}`);
}

/**
 * Holds the records of a package against its manifest, its audience and its files. What each record is in itself, its
 * hash, schema and ancestry, is for the store to check. Fails with PACKAGE_REFUSED.
 * @param here the same portfolio, where this vault has it.
 */
export async function checkRecords(
  opened: OpenedPackage,
  revisions: readonly TravelRevision[],
  here: PortfolioStore | undefined,
): Promise<void> {
  checkPortfolio(opened, revisions);
  checkSeals(revisions);
  checkCounts(opened, revisions);
  await checkFiles(opened, revisions, here?.blobs);
}
