import type { Services } from '#shared/contract/services.ts';
import type { CoverageMap } from '#shared/domain/coverage/types.ts';
import type { IsoDate } from '#shared/domain/dates.ts';
import type { GuidancePack } from '#shared/domain/guidance-pack.ts';
import type { Id } from '#shared/domain/ids.ts';
import { defaultOutcomes } from '#shared/domain/outcomes.ts';
import type { Action, Judgement, JudgementLevel, Review, ReviewPlan } from '#shared/domain/review.ts';
import type { NewId } from '../ports.ts';
import { monthsBefore } from './sample-items.ts';
import { sampleChairPassphrase, sampleOwner, samplePanel } from './sample-people.ts';

export const samplePlan = (newId: NewId, heldOn: IsoDate): ReviewPlan => ({
  heldOn,
  place: 'Postgraduate Centre, Sample Royal Hospital (invented)',
  period: { from: monthsBefore(heldOn, 12), to: heldOn },
  panel: samplePanel.map((member) => ({ ...member, id: newId() })),
});

const levelFor = {
  empty: 'limited',
  thin: 'limited',
  partial: 'developing',
  'counts-met': 'progressing',
} as const satisfies Record<string, JudgementLevel>;

const reasons: Record<JudgementLevel, string> = {
  progressing:
    'Current evidence of several kinds, most of it verified, with the doctor’s own part clear in each.',
  developing:
    'Relevant evidence is there; more variety and more verification are needed before it tells the whole story.',
  limited: 'Little current evidence. The panel saw older material, which counts for less by the target date.',
  'not-considered': 'Not considered at this review.',
};

function judgementsFor(pack: GuidancePack, coverage: CoverageMap): readonly Judgement[] {
  const strength = new Map(coverage.capabilities.map((capability) => [capability.code, capability.strength]));
  return pack.capabilities.map(({ code }) => {
    const level = levelFor[strength.get(code) ?? 'empty'];
    return { capability: code, level, reason: reasons[level] };
  });
}

const action = (
  newId: NewId,
  what: string,
  measure: string,
  owner: string,
  dueOn: IsoDate,
  capability: string | null,
): Action => ({
  id: newId(),
  what,
  measure,
  owner,
  dueOn,
  capability,
  status: 'open',
});

/** Plans, judges and concludes a review through the ordinary services, then has its chair sign it. */
export async function holdSampleReview(
  services: Pick<Services, 'reviews' | 'coverage'>,
  newId: NewId,
  pack: GuidancePack,
  portfolioId: Id,
  heldOn: IsoDate,
): Promise<Review> {
  const { id } = await services.reviews.schedule({ portfolioId, plan: samplePlan(newId, heldOn) });
  const at = { portfolioId, id };
  const coverage = await services.coverage.map({ portfolioId });
  for (const judgement of judgementsFor(pack, coverage)) await services.reviews.judge({ ...at, judgement });
  const { previousActions } = await services.reviews.get(at);
  const due = monthsBefore(heldOn, -6);
  const supervisor = samplePanel[1].name;
  await services.reviews.conclude({
    ...at,
    conclusion: {
      progressMade:
        'The logbook of the acute take has grown steadily and is verified year by year. Two quality-improvement projects have run through several cycles, and the teaching programme is now led by the doctor.\n\nSupervised events cover acute, ward and clinic work with several assessors.',
      progressNeeded:
        'Research has not moved since the last review. Evidence of end-of-life care is old or reflective only. Three recent items are not verified yet.',
      actions: [
        action(
          newId,
          'Lead one research or audit-to-publication project with a named supervisor',
          'Protocol approved and first data collected',
          sampleOwner.name,
          due,
          'G5',
        ),
        action(
          newId,
          'Two supervised events in end-of-life care',
          'Two case-based discussions by different consultants, verified',
          sampleOwner.name,
          due,
          'IM8',
        ),
        action(
          newId,
          'Arrange a four-week attachment to the palliative care team',
          'Dates agreed in writing',
          supervisor,
          monthsBefore(heldOn, -3),
          'IM8',
        ),
      ],
      followUps: previousActions.map((previous, index) => ({
        action: previous.id,
        status: index === 0 ? ('open' as const) : ('done' as const),
        note:
          index === 0
            ? 'Carried over: the project supervisor left the Trust.'
            : 'Done; evidence is in the portfolio.',
      })),
      outcome: defaultOutcomes[1] ?? null,
      outcomeReason:
        'Progress is steady in acute and generic areas. Two named areas need specific work before the next review; the plan and the target date stand.',
      nextReviewOn: monthsBefore(heldOn, -12),
    },
  });
  return services.reviews.sign({
    ...at,
    passphrase: sampleChairPassphrase,
    identityCheck: 'known-personally',
    newKey: false,
  });
}
