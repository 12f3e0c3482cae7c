import { daysAfter, type IsoDate } from '#shared/domain/dates.ts';
import { failure } from '#shared/domain/failure.ts';
import type { Id } from '#shared/domain/ids.ts';
import { defaultOutcomes } from '#shared/domain/outcomes.ts';
import type { Action, PanelRole, Review, ReviewConclusion } from '#shared/domain/review.ts';
import type { StepInput } from '#shared/domain/review-process/step.ts';
import { monthsBefore } from '../../services/sample/sample-items.ts';
import { type CycleWorld, send } from './cycle-world.ts';
import { judgementOf, ownJudgementOf } from './judging.ts';
import type { Laptop } from './laptop.ts';
import { demoPanel } from './people.ts';

export const memberOf = ({ panel }: Review, role: PanelRole): Id => {
  const member = panel.find((one) => one.role === role);
  if (member === undefined) throw failure('NOT_FOUND', { what: 'person' });
  return member.id;
};

/** Takes one step of the review after whatever was the last one there. */
export async function takeStep(
  { portfolioId }: CycleWorld,
  { app }: Laptop,
  id: Id,
  { as, step }: { readonly as: Id | 'doctor'; readonly step: StepInput },
): Promise<void> {
  const at = { portfolioId, id };
  const { head } = await app.services.reviewProcess.state(at);
  await app.services.reviewProcess.take({ ...at, after: head, as, step });
}

/** The chair plans it and asks for evidence; the doctor is sent both. */
export async function planReview(world: CycleWorld, heldOn: IsoDate): Promise<Review> {
  const { panel, doctor, clock, portfolioId } = world;
  clock.goTo(daysAfter(heldOn, -56));
  const review = await panel.app.services.reviews.schedule({
    portfolioId,
    plan: {
      heldOn,
      place: 'Postgraduate Centre, Sample Royal Hospital (invented)',
      period: { from: monthsBefore(heldOn, 12), to: heldOn },
      panel: demoPanel(panel.app.ports.newId),
      rules: {
        evidenceBy: daysAfter(heldOn, -14),
        window: { from: daysAfter(heldOn, -14), to: daysAfter(heldOn, 1) },
        quorum: 3,
        responseDays: 10,
      },
    },
  });
  await takeStep(world, panel, review.id, {
    as: memberOf(review, 'chair'),
    step: { kind: 'request-evidence' },
  });
  await send(world, panel, doctor, 'doctor');
  return review;
}

/** What one member writes for themselves, and that they are done. */
async function judgeAlone(world: CycleWorld, laptop: Laptop, review: Review, member: Id): Promise<void> {
  const { portfolioId } = world;
  const { panel: room } = laptop.app.services;
  const at = { portfolioId, id: review.id };
  await room.sit({ ...at, member });
  const { lines } = await room.room(at);
  const seat = review.panel.findIndex(({ id }) => id === member);
  await room.save({
    ...at,
    member,
    writing: {
      interest: { kind: 'none', text: '' },
      judgements: lines.map(({ code, coverage }, index) =>
        ownJudgementOf(code, coverage.strength, { member: seat, index }),
      ),
      notes: [{ capability: null, text: 'A private note of the demo, which no report may show.' }],
    },
  });
  await room.finish({ ...at, member });
}

const newAction = (world: CycleWorld, heldOn: IsoDate, what: string, capability: string): Action => ({
  id: world.panel.app.ports.newId(),
  what,
  measure: 'In the portfolio, verified, by the day given',
  owner: world.doctor.owner.name,
  dueOn: monthsBefore(heldOn, -6),
  capability,
  status: 'open',
});

/** What the panel concludes; of the actions of last year it finds done what was closed with evidence. */
async function conclusionFor(world: CycleWorld, review: Review): Promise<ReviewConclusion> {
  const { portfolioId, panel } = world;
  const { reviews, actions } = panel.app.services;
  const { previousActions } = await reviews.get({ portfolioId, id: review.id });
  const { actions: followed } = await actions.list({ portfolioId });
  const closed = new Set(followed.flatMap(({ id, status }) => (status === 'done' ? [id] : [])));
  const { heldOn } = review;
  return {
    progressMade: 'The acute take, teaching and quality improvement have grown and are verified.',
    progressNeeded: 'Research has hardly moved. Care at the end of life needs evidence of another kind.',
    actions: [
      newAction(world, heldOn, 'Finish one audit to its second cycle and present it', 'G6'),
      newAction(world, heldOn, 'Two supervised events in end-of-life care by different consultants', 'IM8'),
    ],
    followUps: previousActions.map(({ id }) =>
      closed.has(id)
        ? { action: id, status: 'done' as const, note: 'Seen in the portfolio.' }
        : {
            action: id,
            status: 'open' as const,
            note: 'Begun; to be finished in the first half of the year.',
          },
    ),
    outcome: defaultOutcomes[1] ?? null,
    outcomeReason: 'Steady progress. Two named areas need particular work before the next review.',
    nextReviewOn: monthsBefore(heldOn, -12),
  };
}

/** From what was handed in to what the panel agreed on: three judge for themselves, one of them on another computer. */
export async function judgeTogether(world: CycleWorld, review: Review): Promise<void> {
  const { panel, supervisor, clock, portfolioId } = world;
  const at = { portfolioId, id: review.id };
  clock.goTo(daysAfter(review.heldOn, -7));
  await send(world, panel, supervisor, 'panel');
  await judgeAlone(world, supervisor, review, memberOf(review, 'supervisor'));
  await send(world, supervisor, panel, 'chair');
  clock.goTo(review.heldOn);
  await judgeAlone(world, panel, review, memberOf(review, 'cesr-team'));
  await judgeAlone(world, panel, review, memberOf(review, 'chair'));
  const { panel: room, reviews } = panel.app.services;
  await room.compare({ ...at, without: [] });
  const { lines } = await room.room(at);
  for (const { code, coverage } of lines)
    await room.agree({ ...at, judgement: judgementOf(code, coverage.strength) });
  await reviews.conclude({ ...at, conclusion: await conclusionFor(world, review) });
}
