import type { IsoDate } from '../dates.ts';
import type { Quorum } from '../panel/members.ts';
import { type MissingForSigning, missingForSigning, type Review } from '../review.ts';
import { rolesFor } from './rights.ts';
import type { Standing } from './standing.ts';
import type { StepKind, StepRole } from './step.ts';

export const missingBefore = [
  ...missingForSigning,
  'supervisor-report',
  'supervisor-report-draft',
  'quorum',
  'quorum-impossible',
] as const;
export type MissingBefore = (typeof missingBefore)[number];

/** What happens that is no step of its own: the window opens, the panel writes, the chair signs. */
export const otherMoves = ['open', 'draft', 'sign'] as const;

/** One thing that comes next. */
export type Ahead = {
  readonly what: StepKind | (typeof otherMoves)[number];
  /** Whose it is; nobody's where it happens on its own. */
  readonly who: readonly StepRole[];
  /** The day by which; null: no day is set. */
  readonly by: IsoDate | null;
  readonly overdue: boolean;
  readonly missing: readonly MissingBefore[];
};

export type AheadFacts = {
  readonly report: 'sealed' | 'draft' | 'none';
  /** What the draft still lacks (`missingBeforeSigning`). */
  readonly signing: readonly MissingForSigning[];
  readonly quorum: Quorum;
};

const judges: readonly StepRole[] = ['chair', 'supervisor', 'cesr-team', 'external'];

function missingQuorum(quorum: Quorum): readonly MissingBefore[] {
  if (quorum.have >= quorum.needed) return [];
  return [quorum.possible >= quorum.needed ? 'quorum' : 'quorum-impossible'];
}

/** What comes next in a review, the expected first: whose it is, by when, and what is still missing before it. */
export function aheadOf(
  standing: Standing,
  review: Review,
  facts: AheadFacts,
  today: IsoDate,
): readonly Ahead[] {
  const { rules } = review;
  const { window, released, course } = standing;
  if (rules === undefined || window === null || standing.broken !== null) return [];
  const one = (
    what: Ahead['what'],
    who: readonly StepRole[],
    by: IsoDate | null = null,
    missing: readonly MissingBefore[] = [],
  ): Ahead => ({ what, who, by, overdue: by !== null && by < today, missing });
  const step = (kind: StepKind, by: IsoDate | null = null, missing: readonly MissingBefore[] = []) =>
    one(kind, rolesFor(kind), by, missing);
  const report: readonly MissingBefore[] =
    facts.report === 'sealed'
      ? []
      : [facts.report === 'none' ? 'supervisor-report' : 'supervisor-report-draft'];
  const secondLook = course.secondLook === 'asked' ? [step('answer-second-look')] : [];
  const amending = course.secondLook === 'will-amend' ? [step('amend')] : [];
  const asking =
    course.secondLook === 'none' && released !== null && today <= released.respondBy
      ? [step('ask-second-look', released.respondBy)]
      : [];
  switch (standing.state) {
    case 'scheduled':
      return [step('request-evidence', rules.evidenceBy)];
    case 'evidence-requested':
      return [step('submit', rules.evidenceBy, report)];
    case 'submitted':
      return [one('open', [], window.from)];
    case 'open':
      return [one('draft', judges, window.to)];
    case 'shut':
      return [step('change-window')];
    case 'drafted':
      return [one('sign', ['chair'], null, [...facts.signing, ...missingQuorum(facts.quorum)])];
    case 'signed':
      return [step('release')];
    case 'released':
      return [...secondLook, ...amending, step('acknowledge'), ...asking];
    case 'acknowledged':
      return [...secondLook, ...amending, ...asking];
    case 'postponed':
      return [step('resume')];
    case 'contested':
      return [step('settle')];
    default:
      return [];
  }
}
