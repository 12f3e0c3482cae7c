import type { historyCollections, VersionLine } from '#shared/contract/history.ts';
import { cvDetailsSchema } from '#shared/domain/cv/cv.ts';
import { postSchema } from '#shared/domain/cv/post.ts';
import { evidenceItemSchema } from '#shared/domain/evidence.ts';
import { savedSearchSchema } from '#shared/domain/evidence-list/saved-search.ts';
import { failure } from '#shared/domain/failure.ts';
import { touchedBetween } from '#shared/domain/history/differences.ts';
import type { Version } from '#shared/domain/history.ts';
import type { Id, Sha256 } from '#shared/domain/ids.ts';
import { isSealed } from '#shared/domain/merge/sealed.ts';
import { portfolioSchema } from '#shared/domain/portfolio.ts';
import { refereeSchema } from '#shared/domain/registers/referee.ts';
import { verifierSchema } from '#shared/domain/registers/verifier.ts';
import { reviewSchema } from '#shared/domain/review.ts';
import { sheetSchema } from '#shared/domain/review-process/sheet.ts';
import { placementSchema } from '#shared/domain/submission/placement.ts';
import { recommendationSchema } from '#shared/domain/submission/recommendation.ts';
import { meetingSchema } from '#shared/domain/supervision/meeting.ts';
import { signOffRequestSchema } from '#shared/domain/supervision/request.ts';
import { supervisorReportSchema } from '#shared/domain/supervision/supervisor-report.ts';
import { trackedActionSchema } from '#shared/domain/supervision/tracked-action.ts';
import type { Change, PortfolioRecords, PortfolioStore, Ports } from '../ports.ts';
import { lineLogOf } from './line-log.ts';
import { titleOf } from './subjects.ts';

export type RecordName = { readonly collection: (typeof historyCollections)[number]; readonly id: Id };

const versionMissing = () => failure('NOT_FOUND', { what: 'version' });

async function versionsOf(store: PortfolioStore, { collection, id }: RecordName) {
  const versions = await store.history.versions(collection, id);
  if (versions.length === 0 && store.heads(collection, id).length === 0) throw versionMissing();
  return versions;
}

/** Whether versions of a record lie in a gap of the history: one that is there now, or that another followed. */
async function hasGap(store: PortfolioStore, { collection, id }: RecordName, versions: readonly Version[]) {
  if ((await store.history.gaps()).length === 0) return false;
  const known = new Set(versions.map(({ revision }) => revision));
  const named = [
    ...store.heads(collection, id).map(({ revision }) => revision),
    ...versions.flatMap(({ parents }) => parents),
  ];
  return named.some((revision) => !known.has(revision));
}

/** The value a version followed: that of the first of its parents that is kept here and was not a deletion. */
function valueBefore(versions: ReadonlyMap<Sha256, Version>, { parents }: Version): unknown {
  const values = parents.map((name) => versions.get(name)?.value ?? null);
  return values.find((value) => value !== null) ?? null;
}

export async function listVersions(
  store: PortfolioStore,
  name: RecordName,
): Promise<{ readonly title: string; readonly versions: readonly VersionLine[]; readonly gap: boolean }> {
  const versions = await versionsOf(store, name);
  const byRevision = new Map(versions.map((version) => [version.revision, version]));
  const newest = new Set(store.heads(name.collection, name.id).map(({ revision }) => revision));
  const titled = versions.find(({ value }) => value !== null);
  return {
    title: titleOf(name.collection, titled?.value ?? store.get(name.collection, name.id)),
    gap: await hasGap(store, name, versions),
    versions: versions.map((version) => ({
      revision: version.revision,
      seq: version.seq,
      action: version.action,
      by: version.by,
      deleted: version.value === null,
      newest: newest.has(version.revision),
      touched: touchedBetween(valueBefore(byRevision, version), version.value),
    })),
  };
}

export async function oneVersion(store: PortfolioStore, name: RecordName, revision: Sha256) {
  const versions = await versionsOf(store, name);
  const byRevision = new Map(versions.map((version) => [version.revision, version]));
  const version = byRevision.get(revision);
  if (version === undefined) throw versionMissing();
  return {
    value: version.value,
    before: valueBefore(byRevision, version),
    now: store.get(name.collection, name.id) ?? null,
  };
}

const schemas = {
  evidence: evidenceItemSchema,
  reviews: reviewSchema,
  portfolio: portfolioSchema,
  searches: savedSearchSchema,
  placements: placementSchema,
  recommendations: recommendationSchema,
  verifiers: verifierSchema,
  referees: refereeSchema,
  posts: postSchema,
  cvs: cvDetailsSchema,
  meetings: meetingSchema,
  actions: trackedActionSchema,
  requests: signOffRequestSchema,
  supervisorReports: supervisorReportSchema,
  sheets: sheetSchema,
};

/**
 * Writes an older version as the newest one. Fails with NOT_FOUND (`version`, `file`), CHANGED_SINCE when another
 * version than `seen` is shown, NOT_UNDOABLE over what is signed or was moved to another portfolio, INVALID when it is of a shape no longer understood.
 */
export async function restoreVersion(
  ports: Ports,
  store: PortfolioStore,
  name: RecordName,
  { revision, seen }: { readonly revision: Sha256; readonly seen: Sha256 },
): Promise<void> {
  const { collection, id } = name;
  const versions = await versionsOf(store, name);
  const version = versions.find((one) => one.revision === revision);
  if (version === undefined || version.value === null) throw versionMissing();
  const heads = store.heads(collection, id);
  if (heads.some(({ value }) => isSealed(collection, value)) || isSealed(collection, version.value)) {
    throw failure('NOT_UNDOABLE', { why: 'sealed' });
  }
  if (heads[0]?.revision !== seen) throw failure('CHANGED_SINCE', { count: 1 });
  const newest = versions.find((one) => one.revision === seen);
  const { moved } = (newest === undefined ? undefined : await lineLogOf(store).line(newest.seq))?.about ?? {};
  // It would then be in two portfolios, and each copy would go its own way.
  if (newest?.value === null && moved?.way === 'out') throw failure('NOT_UNDOABLE', { why: 'moved' });
  const parsed = schemas[collection].safeParse(version.value);
  if (!parsed.success) throw failure('INVALID', { issues: [{ path: ['revision'], code: 'older-shape' }] });
  if (collection === 'evidence') await refuseMissingFiles(store, version.value);
  const updatedAt = ports.clock.now().toISOString();
  // A record that says when it was changed says it of this change too.
  const value = 'updatedAt' in parsed.data ? { ...parsed.data, updatedAt } : parsed.data;
  // The schema of this very collection has just accepted it.
  const change = { collection, id, value } as Change<PortfolioRecords>;
  await store.commit(`${actionRoom[collection]}.restore-version`, [change]);
}

const actionRoom = {
  evidence: 'evidence',
  reviews: 'review',
  portfolio: 'portfolio',
  searches: 'search',
  placements: 'submission',
  recommendations: 'recommendation',
  verifiers: 'verifier',
  referees: 'referee',
  posts: 'post',
  cvs: 'cv',
  meetings: 'meeting',
  actions: 'action',
  requests: 'request',
  supervisorReports: 'report',
  sheets: 'sheet',
} as const;

/** Files stay for good, but a version that came from elsewhere may have come without them. */
async function refuseMissingFiles(store: PortfolioStore, value: unknown): Promise<void> {
  const { attachments } = evidenceItemSchema.parse(value);
  const kept = await Promise.all(
    attachments.map(({ hash, redacted }) => store.blobs.has(redacted?.hash ?? hash)),
  );
  if (!kept.every(Boolean)) throw failure('NOT_FOUND', { what: 'file' });
}
