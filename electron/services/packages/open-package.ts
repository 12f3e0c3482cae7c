import { failure, isFailure } from '#shared/domain/failure.ts';
import type { Id, Sha256 } from '#shared/domain/ids.ts';
import { laterCollections, travellingCollections } from '#shared/domain/packages/audiences.ts';
import type { PackagePreview } from '#shared/domain/packages/preview.ts';
import { refOf } from '#shared/domain/packages/record-refs.ts';
import { isRiskyFile } from '#shared/domain/packages/risky-files.ts';
import type { MergeSummary, TravelRevision } from '#shared/domain/revisions.ts';
import { keyOf } from '../history/touched.ts';
import type { JobTools } from '../jobs.ts';
import type { OpenedPackage, PackageKeys, RandomBytes } from '../ports/exchange.ts';
import type { PortfolioStore, Ports, StagedFiles } from '../ports.ts';
import type { Session } from '../session.ts';
import { checkAudience, refuseHomeless } from './check-audience.ts';
import { checkRecords } from './check-records.ts';
import { judgeReports } from './judge-reports.ts';
import { judgeReviews, sealsOf } from './judge-reviews.ts';
import { aboutOf, refuseStranger } from './judge-sender.ts';
import { notTheirs, secondHand } from './not-theirs.ts';
import { signedRecords } from './signed-records.ts';
import { undoneImports } from './undone-imports.ts';

/** A package that was checked from end to end and may be merged. */
export type CheckedPackage = {
  readonly opened: OpenedPackage;
  /** What is to be merged: without the records that are not taken. */
  readonly revisions: readonly TravelRevision[];
  readonly preview: Omit<PackagePreview, 'openId'>;
  /** Its files, as the portfolio would keep them; undefined when it was only looked at. To be dropped in the end. */
  readonly staged: StagedFiles | undefined;
};

/** The vault's own keys and the passphrase one was told. */
export function keysOf(session: Session, passphrase: string | null): PackageKeys {
  const own = session.vault().profile.get('identities', 'age');
  return { identities: own === undefined ? [] : [own.secret], passphrase };
}

/** The portfolio's store where this vault has it. */
export async function storeHere(session: Session, id: Id): Promise<PortfolioStore | undefined> {
  try {
    return (await session.portfolio(id)).store;
  } catch (thrown) {
    if (isFailure(thrown) && thrown.failure === 'NOT_FOUND') return undefined;
    throw thrown;
  }
}

/** Which of a package's files this vault has not got. */
async function newFilesOf(
  { originals }: OpenedPackage,
  here: PortfolioStore | undefined,
): Promise<ReadonlySet<Sha256>> {
  const fresh = new Set<Sha256>();
  for (const hash of originals.keys())
    if (here === undefined || !(await here.blobs.has(hash))) fresh.add(hash);
  return fresh;
}

const bytesOf = ({ originals }: OpenedPackage, hashes: ReadonlySet<Sha256>) =>
  [...hashes].reduce((sum, hash) => sum + (originals.get(hash)?.size ?? 0), 0);

function countsOf(
  { records }: MergeSummary,
  undone: readonly { readonly collection: string; readonly id: string }[],
): PackagePreview['counts'] {
  const back = new Set(undone.map((one) => keyOf(one)));
  const came = new Set(records.map(({ collection }) => collection));
  // Private ones come to their owner alone: others are not shown lines for them.
  const isPrivate = (name: string) => name === 'searches' || laterCollections.some((one) => one === name);
  const listed = travellingCollections.filter((name) => came.has(name) || !isPrivate(name));
  return listed.map((collection) => {
    const kinds = records
      .filter((record) => record.collection === collection && !back.has(keyOf(record)))
      .map(({ kind }) => kind);
    const of = (wanted: (typeof kinds)[number]) => kinds.filter((kind) => kind === wanted).length;
    return {
      collection,
      new: of('new'),
      changed: of('changed'),
      conflicting: of('conflicting'),
      known: of('known'),
    };
  });
}

/** The review or supervisor's report a version is of, or is a seal over; undefined for everything else. */
function subjectOf({ collection, id, value }: TravelRevision): unknown {
  if (collection === 'reviews' || collection === 'supervisorReports') return id;
  const isSeal = collection === 'seals' && typeof value === 'object' && value !== null;
  return isSeal && 'subjectId' in value ? value.subjectId : undefined;
}

type Checking = {
  readonly opened: OpenedPackage;
  readonly about: PackagePreview['about'];
  readonly staged: StagedFiles | undefined;
  readonly tools: JobTools;
};

async function checkOpened(
  ports: Ports,
  session: Session,
  { opened, about, staged, tools: { progress, signal } }: Checking,
): Promise<CheckedPackage> {
  const here = await storeHere(session, opened.manifest.portfolio.id);
  const fresh = await newFilesOf(opened, here);
  const put = staged?.put;
  const all = await opened.verify({
    signal,
    progress: (done, total) => progress('checking', done, total),
    inspect: async (hash, start) => {
      const mediaType = await ports.mediaTypes.of(start, '');
      if (isRiskyFile({ name: '', mediaType }))
        throw failure('PACKAGE_REFUSED', { why: 'executable', entry: `originals/${hash}` });
    },
    keep: (hash) =>
      put === undefined || !fresh.has(hash) ? undefined : async (bytes) => (await put(bytes)).hash,
  });
  progress('comparing', 0, 0);
  await checkRecords(opened, all, here);
  checkAudience(opened, all, here);
  const plan = (revisions: readonly TravelRevision[]) =>
    here === undefined ? session.vault().planPortfolio(revisions) : here.planMerge(revisions);
  // All of it, so that nothing unsound hides among what is not taken.
  const whole = await plan(all);
  const { notTaken: reviews, verdicts } = await judgeReviews(ports, opened, all, here);
  const reports = await judgeReports(ports, all, sealsOf(all, here), here);
  const notTaken = [
    ...reviews.map((one) => ({ ...one, collection: 'reviews' })),
    ...reports.map((one) => ({ ...one, collection: 'supervisorReports' })),
  ];
  const isOwn = about.sender.standing === 'own';
  const others = notTheirs(ports, { opened, revisions: all, here, whole, isOwn });
  const dropped: ReadonlySet<unknown> = new Set(notTaken.map(({ id }) => id));
  const left = new Set(others.map((one) => keyOf(one)));
  const revisions = all.filter((one) => !dropped.has(subjectOf(one)) && !left.has(keyOf(one)));
  const summary = dropped.size + left.size === 0 ? whole : await plan(revisions);
  const refs = refOf(all);
  const undone = here === undefined ? [] : await undoneImports(here, revisions);
  const back = undone.flatMap(({ changes }) => changes);
  const [latest] = undone;
  return {
    opened,
    staged,
    revisions,
    preview: {
      about,
      counts: countsOf(summary, back),
      items: summary.records
        .filter(({ kind }) => kind !== 'known')
        .map(({ collection, id, kind }) => ({ ...refs(collection, id), kind })),
      signed: await signedRecords(ports, session, { revisions, verdicts, here, summary }),
      refused: [
        ...notTaken.map(({ collection, id, why }) => ({ ...refs(collection, id), why })),
        ...others.map(({ collection, id, why }) => ({ ...refs(collection, id), why })),
      ],
      secondHand: isOwn
        ? []
        : secondHand(ports, { opened, revisions, here }, summary).map(({ collection, id, by }) => ({
            ...refs(collection, id),
            by,
          })),
      undone:
        latest === undefined
          ? null
          : { at: latest.at, items: back.map(({ collection, id }) => refs(collection, id)) },
      newFiles: { count: fresh.size, bytes: bytesOf(opened, fresh) },
    },
  };
}

/**
 * Checks a package from its encryption to its last record and says what merging it would do. Nothing is written but its
 * files, sealed and aside, and these are gone again when it is refused.
 * Fails with PACKAGE_REFUSED, PACKAGE_NEWER, NOT_FOR_YOU, SENDER_UNKNOWN, CANCELLED and what storage fails with.
 * @param toMerge false: it is only looked at, and nothing is written anywhere.
 */
export async function checkPackage(
  ports: Ports,
  session: Session,
  source: RandomBytes,
  keys: PackageKeys,
  tools: JobTools,
  toMerge = true,
): Promise<CheckedPackage> {
  tools.progress('opening', 0, 0);
  const opened = await ports.exchange.open(source, keys);
  const about = aboutOf(ports, session, opened);
  // Before anything of a stranger's is unpacked.
  refuseStranger(about.sender);
  refuseHomeless(opened, await storeHere(session, opened.manifest.portfolio.id));
  const staged = toMerge ? await session.vault().stage(opened.manifest.portfolio.id) : undefined;
  try {
    return await checkOpened(ports, session, { opened, about, staged, tools });
  } catch (thrown) {
    await staged?.drop();
    throw thrown;
  }
}
