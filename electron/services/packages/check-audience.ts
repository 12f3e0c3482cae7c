import { canonicalJson } from '#shared/domain/canonical.ts';
import { failure } from '#shared/domain/failure.ts';
import { isReply } from '#shared/domain/packages/audiences.ts';
import { reviewSchema } from '#shared/domain/review.ts';
import { mayDoctorSee } from '#shared/domain/review-process/current.ts';
import { type ReviewStep, reviewStepSchema } from '#shared/domain/review-process/step.ts';
import type { TravelRevision } from '#shared/domain/revisions.ts';
import { signOffRequestSchema } from '#shared/domain/supervision/request.ts';
import { supervisorReportSchema } from '#shared/domain/supervision/supervisor-report.ts';
import type { OpenedPackage } from '../ports/exchange.ts';
import type { PortfolioStore } from '../ports.ts';

const refused = (why: string, collection: string) =>
  failure('PACKAGE_REFUSED', { why, entry: `data/${collection}.json` });

/** A package that goes back has a portfolio to go to. Fails with PACKAGE_REFUSED. */
export function refuseHomeless({ manifest }: OpenedPackage, here: PortfolioStore | undefined): void {
  if (isReply(manifest.audience) && here === undefined)
    throw failure('PACKAGE_REFUSED', { why: 'not-here', entry: 'manifest.json' });
}

const of = (revisions: readonly TravelRevision[], collection: string) =>
  revisions.filter((one) => one.collection === collection && one.value !== undefined);

/** Nothing of a panel that was not released, and no report that is not sealed. */
function checkForDoctor(revisions: readonly TravelRevision[], here: PortfolioStore | undefined): void {
  const steps: ReviewStep[] = [...(here?.all('steps').values() ?? [])];
  for (const { value } of of(revisions, 'steps')) {
    const step = reviewStepSchema.safeParse(value);
    if (step.success) steps.push(step.data);
  }
  for (const { value } of of(revisions, 'reviews')) {
    const review = reviewSchema.safeParse(value);
    if (review.success && !mayDoctorSee(review.data, steps)) throw refused('audience', 'reviews');
  }
  for (const { value } of of(revisions, 'supervisorReports')) {
    const report = supervisorReportSchema.safeParse(value);
    if (report.success && report.data.state !== 'sealed') throw refused('audience', 'supervisorReports');
  }
}

/** One request, and no item it does not ask about. */
function checkForAssessor(revisions: readonly TravelRevision[]): void {
  const requests = new Set(of(revisions, 'requests').map(({ id }) => id));
  const asked = new Set(
    of(revisions, 'requests').flatMap(({ value }) => {
      const request = signOffRequestSchema.safeParse(value);
      return request.success ? request.data.items : [];
    }),
  );
  if (requests.size !== 1) throw refused('audience', 'requests');
  if (revisions.some(({ collection, id }) => collection === 'evidence' && !asked.has(id)))
    throw refused('audience', 'evidence');
}

const writtenOnce = ['steps', 'snapshots', 'agreements', 'feedback', 'ratings'] as const;
const mayBeTakenBack: ReadonlySet<string> = new Set(['feedback', 'ratings']);

/** What is written once comes as it was written: nobody changes it on the way, nor takes another's away. */
function checkWrittenOnce(revisions: readonly TravelRevision[], here: PortfolioStore | undefined): void {
  for (const collection of writtenOnce) {
    const texts = new Map<string, string>();
    for (const { id, value } of of(revisions, collection)) {
      if (value === null) {
        if (!mayBeTakenBack.has(collection)) throw refused('written-once', collection);
        continue;
      }
      const kept = here?.get(collection, id);
      const text = texts.get(id) ?? (kept === undefined ? undefined : canonicalJson(kept));
      const came = canonicalJson(value);
      if (text !== undefined && text !== came) throw refused('written-once', collection);
      texts.set(id, came);
    }
  }
}

/** Holds the records of a package against what its audience may be given of them. Fails with PACKAGE_REFUSED. */
export function checkAudience(
  { manifest }: OpenedPackage,
  revisions: readonly TravelRevision[],
  here: PortfolioStore | undefined,
): void {
  if (manifest.audience === 'doctor') checkForDoctor(revisions, here);
  if (manifest.audience === 'assessor') checkForAssessor(revisions);
  if (manifest.audience !== 'self') checkWrittenOnce(revisions, here);
}
