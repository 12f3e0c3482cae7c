import type { SetKind } from '#shared/contract/submission.ts';
import { cvFindings } from '#shared/domain/cv/findings.ts';
import type { IsoDate } from '#shared/domain/dates.ts';
import { sharedFileOf } from '#shared/domain/identifiers/anonymisation.ts';
import type { Sha256 } from '#shared/domain/ids.ts';
import { type Institution, institutionsOf } from '#shared/domain/registers/institutions.ts';
import type { FileFacts } from '#shared/domain/submission/file-facts.ts';
import { withMade } from '#shared/domain/submission/made.ts';
import { type PlanInput, planSubmission } from '#shared/domain/submission/plan.ts';
import { planAnswer } from '#shared/domain/submission/plan-answer.ts';
import type { SubmissionPlan } from '#shared/domain/submission/plan-types.ts';
import { applicationGuideOf } from '#shared/guidance/application.ts';
import { lifeOf } from '../cv/cv-of.ts';
import type { OpenPortfolio } from '../session.ts';
import { breathe } from '../slices.ts';

/** Which of these files are kept here, and what was found when they were read. A redacted copy has the original's pages. */
async function factsOf({ store, texts }: OpenPortfolio): Promise<(hash: Sha256) => FileFacts> {
  const originals = new Map<Sha256, Sha256>();
  for (const { attachments, trashedAt } of store.all('evidence').values()) {
    if (trashedAt !== null) continue;
    for (const attachment of attachments) originals.set(sharedFileOf(attachment).hash, attachment.hash);
  }
  const missing = new Set<Sha256>();
  for (const hash of originals.keys()) if (!(await store.blobs.has(hash))) missing.add(hash);
  return (hash) => {
    if (missing.has(hash)) return { state: 'missing', pages: null };
    const own = texts.standing(hash);
    const known = own ?? texts.standing(originals.get(hash) ?? hash);
    if (known === undefined) return { state: 'unread', pages: null };
    // What the original is, the copy need not be.
    const state = own === undefined ? 'read' : known.state;
    return { state, pages: state === 'read' && known.pages > 0 ? known.pages : null };
  };
}

/** Where what is in a set happened, as far as it asks for verifying. */
export function institutionsIn(
  { store, pack }: OpenPortfolio,
  { sections }: Pick<SubmissionPlan, 'sections'>,
): readonly Institution[] {
  const items = store.all('evidence');
  const inside = sections
    .flatMap(({ documents }) => documents)
    .flatMap(({ itemId }) => items.get(itemId) ?? []);
  return institutionsOf(inside, store.all('verifiers').values(), applicationGuideOf(pack)).filter(
    (institution) => institution.items.length > 0,
  );
}

/** The set as it stands. Opens no file. */
export async function planOf(
  portfolio: OpenPortfolio,
  set: SetKind,
  today: IsoDate,
): Promise<SubmissionPlan> {
  const { store, pack, identifiers } = portfolio;
  await identifiers.settle(store.all('evidence').keys());
  const input: PlanInput = {
    rules: applicationGuideOf(pack),
    items: store.all('evidence').values(),
    placements: store.all('placements'),
    facts: await factsOf(portfolio),
    standing: identifiers.of,
  };
  const plan =
    set === 'application'
      ? planSubmission({ ...input, pack })
      : planAnswer({ ...input, recommendations: store.all('recommendations').values() });
  // Planned, held against the CV, then checked and written out: three pieces of work, not one.
  await breathe();
  const life = lifeOf(portfolio, today);
  const findings = cvFindings(life, store.all('evidence'), applicationGuideOf(pack));
  const whole = withMade(plan, { posts: life.posts.length, findings }, institutionsIn(portfolio, plan));
  await breathe();
  return whole;
}
