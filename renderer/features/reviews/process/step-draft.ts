import { z } from 'zod';
import { issueCode } from '#renderer/text/issue-words.ts';
import { type StepInput, type StepKind, stepInputSchema } from '#shared/domain/review-process/step.ts';
import { type Actor, actorSchema } from '#shared/domain/review-process/view.ts';

/** What the form of any step holds; each kind asks for some of it. */
export type StepDraft = {
  readonly as: string;
  readonly reason: string;
  readonly authority: string;
  readonly from: string;
  readonly to: string;
  readonly heldOn: string | null;
  readonly answer: string | null;
  readonly keeps: string | null;
};
export type StepWritten = { readonly as: Actor; readonly step: StepInput };

export const blankStep = (as: string): StepDraft => ({
  as,
  reason: '',
  authority: '',
  from: '',
  to: '',
  heldOn: null,
  answer: null,
  keeps: null,
});

type Field = Exclude<keyof StepDraft, 'as'>;
/** What each kind asks for besides who takes it. */
export const stepFields: { readonly [K in StepKind]: readonly Field[] } = {
  'request-evidence': [],
  submit: ['reason'],
  'take-back': ['reason'],
  'admit-late': ['reason'],
  'change-window': ['from', 'to', 'reason'],
  compare: [],
  withdraw: ['reason'],
  release: [],
  acknowledge: [],
  respond: ['reason'],
  'ask-second-look': ['reason'],
  'answer-second-look': ['answer', 'reason'],
  amend: ['authority', 'reason'],
  postpone: ['heldOn', 'reason'],
  resume: [],
  'not-held': ['reason'],
  settle: ['keeps'],
};

function written(kind: StepKind, draft: StepDraft): unknown {
  const { reason, authority, from, to, heldOn, answer, keeps } = draft;
  switch (kind) {
    case 'submit':
      return reason.trim() === '' ? { kind } : { kind, withoutReport: reason };
    case 'respond':
      return { kind, text: reason };
    case 'change-window':
      return { kind, window: { from, to }, reason };
    case 'answer-second-look':
      return { kind, answer, reason };
    case 'amend':
      return { kind, authority, reason };
    case 'postpone':
      return { kind, heldOn, reason };
    case 'settle':
      return { kind, keeps };
    default:
      return stepFields[kind].includes('reason') ? { kind, reason } : { kind };
  }
}

/** Where the fault of a step's own field is shown. */
const shownAt = (path: readonly PropertyKey[]): string => {
  const last = String(path.at(-1) ?? 'reason');
  return last === 'text' || last === 'withoutReport' ? 'reason' : last;
};

/** The form of one kind of step, checked by the contract's own schema. */
export const stepSchema = (
  kind: StepKind,
  { needsReason }: { readonly needsReason: boolean },
): z.ZodType<StepWritten, StepDraft> =>
  z
    .object({
      as: z.string(),
      reason: z.string(),
      authority: z.string(),
      from: z.string(),
      to: z.string(),
      heldOn: z.string().nullable(),
      answer: z.string().nullable(),
      keeps: z.string().nullable(),
    })
    .transform((draft, context): StepWritten => {
      const as = actorSchema.safeParse(draft.as);
      const step = stepInputSchema.safeParse(written(kind, draft), { error: (issue) => issueCode(issue) });
      const refuse = (field: string, message: string) =>
        context.addIssue({ code: 'custom', message, path: [field] });
      if (!as.success) refuse('as', 'required');
      if (!step.success) for (const { path, message } of step.error.issues) refuse(shownAt(path), message);
      if (needsReason && draft.reason.trim() === '') refuse('reason', 'required');
      return as.success && step.success ? { as: as.data, step: step.data } : z.NEVER;
    });
