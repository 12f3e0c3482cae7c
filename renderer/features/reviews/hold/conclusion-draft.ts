import { hold } from '#renderer/forms/draft-schema.ts';
import { isoDateSchema } from '#shared/domain/dates.ts';
import type { Issue } from '#shared/domain/failure-codes.ts';
import {
  type Action,
  actionSchema,
  type FollowUp,
  followUpSchema,
  type OutcomeOption,
  type ReviewConclusion,
  reviewConclusionSchema,
} from '#shared/domain/review.ts';

/** An action while it is being written: any part may be empty. */
export type ActionDraft = {
  id: string;
  what: string;
  measure: string;
  owner: string;
  dueOn: string;
  capability: string | null;
  status: Action['status'];
};
export type FollowUpDraft = { action: string; status: FollowUp['status'] | null; note: string };

/** Everything the panel writes after the judgements, as the screen holds it. */
export type ConclusionDraft = {
  progressMade: string;
  progressNeeded: string;
  actions: ActionDraft[];
  followUps: FollowUpDraft[];
  outcome: OutcomeOption | null;
  outcomeReason: string;
  nextReviewOn: string | null;
};

export function conclusionDraftOf(
  conclusion: ReviewConclusion,
  previousActions: readonly Action[],
): ConclusionDraft {
  const known = new Map(conclusion.followUps.map((followUp) => [followUp.action, followUp]));
  return {
    progressMade: conclusion.progressMade,
    progressNeeded: conclusion.progressNeeded,
    actions: conclusion.actions.map((action) => ({ ...action })),
    followUps: previousActions.map(({ id }) => ({
      action: id,
      status: known.get(id)?.status ?? null,
      note: known.get(id)?.note ?? '',
    })),
    outcome: conclusion.outcome,
    outcomeReason: conclusion.outcomeReason,
    nextReviewOn: conclusion.nextReviewOn,
  };
}

/** A new action; most are the doctor's own. */
export const blankAction = (owner: string): ActionDraft => ({
  id: crypto.randomUUID(),
  what: '',
  measure: '',
  owner,
  dueOn: '',
  capability: null,
  status: 'open',
});

/** An owner alone is filled in for everybody, so it does not make a row. */
export const isBlankAction = ({ what, measure, dueOn, capability }: ActionDraft): boolean =>
  what.trim() === '' && measure.trim() === '' && dueOn.trim() === '' && capability === null;

/** A copy for this review's actions. A due date that has passed has to be set again. */
export const carriedOver = (action: Action, heldOn: string): ActionDraft => ({
  ...action,
  id: crypto.randomUUID(),
  dueOn: action.dueOn > heldOn ? action.dueOn : '',
  status: 'open',
});

const isBlankFollowUp = ({ status, note }: FollowUpDraft) => status === null && note.trim() === '';

/**
 * What can be saved of a draft. A part that cannot be saved keeps what was saved of it before, so that a slip while
 * editing never loses what is on disk.
 */
export function checkConclusion(
  draft: ConclusionDraft,
  saved: ReviewConclusion,
): { readonly conclusion: ReviewConclusion; readonly faults: readonly Issue[] } {
  const faults: Issue[] = [];
  const part = <O>(
    schema: Parameters<typeof hold<O>>[0],
    value: unknown,
    at: Issue['path'],
    instead: O,
  ): O => {
    const held = hold(schema, value, at);
    faults.push(...held.faults);
    return held.value === null ? instead : held.value;
  };
  const { progressMade, progressNeeded, outcomeReason } = reviewConclusionSchema.shape;
  const actions = draft.actions.flatMap((action, at) => {
    if (isBlankAction(action)) return [];
    const before = saved.actions.find(({ id }) => id === action.id) ?? null;
    const kept = part<Action | null>(actionSchema, action, ['actions', at], before);
    return kept === null ? [] : [kept];
  });
  const followUps = draft.followUps.flatMap((followUp, at) => {
    if (isBlankFollowUp(followUp)) return [];
    const before = saved.followUps.find(({ action }) => action === followUp.action) ?? null;
    const kept = part<FollowUp | null>(followUpSchema, followUp, ['followUps', at], before);
    return kept === null ? [] : [kept];
  });
  return {
    conclusion: {
      progressMade: part(progressMade, draft.progressMade, ['progressMade'], saved.progressMade),
      progressNeeded: part(progressNeeded, draft.progressNeeded, ['progressNeeded'], saved.progressNeeded),
      actions,
      followUps,
      outcome: draft.outcome,
      outcomeReason: part(outcomeReason, draft.outcomeReason, ['outcomeReason'], saved.outcomeReason),
      nextReviewOn:
        draft.nextReviewOn === null
          ? null
          : part<string | null>(isoDateSchema, draft.nextReviewOn, ['nextReviewOn'], saved.nextReviewOn),
    },
    faults,
  };
}
