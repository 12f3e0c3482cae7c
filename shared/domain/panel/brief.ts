import type { CapabilityCoverage, CoverageMap } from '../coverage/types.ts';
import type { IsoDate } from '../dates.ts';
import type { EvidenceItem } from '../evidence.ts';
import type { GuidancePack } from '../guidance-pack.ts';
import type { Portfolio } from '../portfolio.ts';
import type { Action, Review } from '../review.ts';
import type { Rating, RatingLevel } from '../supervision/rating.ts';
import type { SupervisorReport } from '../supervision/supervisor-report.ts';
import type { TrackedAction } from '../supervision/tracked-action.ts';
import type { ActionFate, ActionTurn, Brief, BriefLine } from './brief-model.ts';

/** The last signed review and what its report said of each capability then. */
export type LastTime = {
  readonly review: Review;
  readonly coverage: ReadonlyMap<string, NonNullable<BriefLine['before']>>;
};

export type BriefInput = {
  readonly portfolio: Portfolio;
  readonly pack: GuidancePack;
  readonly review: Review;
  /** What was handed in, as it was then. */
  readonly evidence: readonly EvidenceItem[];
  readonly coverage: CoverageMap;
  readonly on: IsoDate;
  readonly last: LastTime | null;
  /** Actions that were open after the last review. */
  readonly previousActions: readonly Action[];
  readonly tracked: ReadonlyMap<string, TrackedAction>;
  readonly report: SupervisorReport | null;
  readonly ratings: readonly Rating[];
  readonly late: number;
  readonly missing: number;
};

/**
 * What became of one action by a day. What was closed after that day was still going on then.
 * @param tracked how the action was followed; undefined where nobody did.
 */
export function fateOf(action: Action, tracked: TrackedAction | undefined, on: IsoDate): ActionFate {
  const status = tracked?.status ?? action.status;
  const closed = tracked?.closedOn === undefined || tracked.closedOn === null || tracked.closedOn <= on;
  if (status === 'done' && closed) return 'kept';
  if (status === 'dropped' && closed) return 'dropped';
  return (tracked?.dueOn ?? action.dueOn) < on ? 'missed' : 'going-on';
}

/** The same for each action that the last review left open, in its order. */
export const turnsOf = ({
  previousActions,
  tracked,
  on,
}: Pick<BriefInput, 'previousActions' | 'tracked' | 'on'>): readonly ActionTurn[] =>
  previousActions.map((action) => {
    const followed = tracked.get(action.id);
    const { id, what, owner, capability } = action;
    return {
      id,
      what,
      owner,
      capability,
      dueOn: followed?.dueOn ?? action.dueOn,
      fate: fateOf(action, followed, on),
      note: followed?.closingNote ?? '',
    };
  });

/** The newest rating of one capability by one side, up to a day.. */
export function latestRating(
  ratings: readonly Rating[],
  capability: string,
  side: Rating['side'],
  on: IsoDate,
): Rating | undefined {
  return ratings
    .filter((one) => one.capability === capability && one.side === side && one.at.slice(0, 10) <= on)
    .reduce<Rating | undefined>(
      (best, one) => (best === undefined || one.at > best.at ? one : best),
      undefined,
    );
}

/** What the supervisor says of a capability: in their report, or else in their latest rating. */
export function supervisorLevel(
  { report, ratings, on }: Pick<BriefInput, 'report' | 'ratings' | 'on'>,
  code: string,
): RatingLevel | null {
  const reported = report?.capabilities.find((line) => line.code === code)?.level ?? null;
  return reported ?? latestRating(ratings, code, 'supervisor', on)?.level ?? null;
}

export const standOf = ({
  strength,
  items,
  inWindow,
}: CapabilityCoverage): NonNullable<BriefLine['before']> => ({ strength, items, inWindow });

const linesOf = (input: BriefInput): readonly BriefLine[] => {
  const found = new Map(input.coverage.capabilities.map((line) => [line.code, line]));
  const judged = new Map(input.last?.review.judgements.map((one) => [one.capability, one.level]));
  return input.pack.capabilities.flatMap(({ code, title }) => {
    const line = found.get(code);
    if (line === undefined) return [];
    return [
      {
        code,
        title,
        now: standOf(line),
        before: input.last?.coverage.get(code) ?? null,
        lastJudgement: judged.get(code) ?? null,
        rules: line.expectations.length,
        rulesMet: line.expectations.filter(({ met }) => met).length,
        expiring: line.expiring,
        supervisorLevel: supervisorLevel(input, code),
        doctorLevel: latestRating(input.ratings, code, 'doctor', input.on)?.level ?? null,
      },
    ];
  });
};

/** The brief of one review. Pure: the same portfolio and snapshot give the same page on every computer. */
export function briefOf(input: BriefInput): Brief {
  const { portfolio, pack, review, evidence, last, report, coverage } = input;
  const since = last?.review.heldOn ?? review.period.from;
  const counted = evidence.filter(({ draft, trashedAt }) => draft !== true && trashedAt === null);
  return {
    format: 'waymark-brief-1',
    sample: portfolio.sample,
    doctor: {
      name: portfolio.doctor.name,
      gmcNumber: portfolio.doctor.gmcNumber,
      employer: portfolio.employer,
    },
    guidance: { title: pack.title, version: pack.version, capabilityName: pack.capabilityName },
    review: {
      id: review.id,
      heldOn: review.heldOn,
      place: review.place,
      period: review.period,
      panel: review.panel.map(({ name, role }) => ({ name, role })),
    },
    targetDate: portfolio.targetDate,
    on: input.on,
    last: last === null ? null : { heldOn: last.review.heldOn, outcome: last.review.outcome?.name ?? '' },
    actions: turnsOf(input),
    numbers: {
      items: counted.length,
      fresh: counted.filter(({ startedOn, endedOn }) => (endedOn ?? startedOn) > since).length,
      verified: counted.filter(({ verification }) => verification !== null).length,
      files: counted.reduce((sum, { attachments }) => sum + attachments.length, 0),
      unlinked: coverage.unlinked,
    },
    capabilities: linesOf(input),
    supervisor:
      report === null
        ? null
        : {
            author: report.author,
            sealedOn: report.sealedOn,
            recommendation: report.recommendation,
            reason: report.recommendationReason,
            strengths: report.strengths,
            development: report.development,
          },
    late: input.late,
    missing: input.missing,
  };
}
