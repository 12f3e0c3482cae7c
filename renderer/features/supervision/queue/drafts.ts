import { useEffect } from 'react';
import type { UseFormReturn } from 'react-hook-form';
import { useWatch } from 'react-hook-form';
import { z } from 'zod';
import type { KeptValues } from '#renderer/forms/kept-text.tsx';
import { useKeepText } from '#renderer/forms/use-keep-text.ts';
import { passageSchema } from '#shared/domain/evidence.ts';
import type { Id } from '#shared/domain/ids.ts';
import type { FeedbackInput } from '#shared/domain/supervision/feedback.ts';

const draftSchema = z.object({
  comment: z.string(),
  passage: passageSchema.nullable(),
  situation: z.string(),
  behaviour: z.string(),
  impact: z.string(),
  nextStep: z.string(),
});
/** What is being written about one item. */
export type FeedbackDraft = z.output<typeof draftSchema>;

/** Of every item of the queue that something is being written about: one form, so that moving on loses nothing. */
export const draftsSchema = z.object({ drafts: z.record(z.string(), draftSchema) });
export type DraftsForm = UseFormReturn<z.input<typeof draftsSchema>, unknown, z.output<typeof draftsSchema>>;

export const emptyDraft: FeedbackDraft = {
  comment: '',
  passage: null,
  situation: '',
  behaviour: '',
  impact: '',
  nextStep: '',
};

export const sbiParts = ['situation', 'behaviour', 'impact', 'nextStep'] as const;

/** Fields that were drawn and never written in are there without a value. */
const whole = (
  draft: { readonly [K in keyof FeedbackDraft]?: FeedbackDraft[K] | undefined } | undefined,
): FeedbackDraft => ({
  comment: draft?.comment ?? '',
  passage: draft?.passage ?? null,
  situation: draft?.situation ?? '',
  behaviour: draft?.behaviour ?? '',
  impact: draft?.impact ?? '',
  nextStep: draft?.nextStep ?? '',
});
export const draftOf = (form: DraftsForm, item: Id): FeedbackDraft => whole(form.getValues('drafts')[item]);

export const hasSbi = (draft: FeedbackDraft): boolean => sbiParts.some((part) => draft[part].trim() !== '');
export const isEmpty = (draft: FeedbackDraft): boolean =>
  draft.comment.trim() === '' && draft.passage === null && !hasSbi(draft);

/** What was kept of an earlier go through the queue, by item; only what holds something. */
export function keptDrafts(kept: KeptValues | null): ReadonlyMap<Id, FeedbackDraft> {
  const parsed = z.record(z.string(), draftSchema.partial()).safeParse(kept?.queue?.drafts);
  if (!parsed.success) return new Map();
  return new Map(
    Object.entries(parsed.data)
      .map(([id, draft]) => [id, whole(draft)] as const)
      .filter(([, draft]) => !isEmpty(draft)),
  );
}

/** The draft as it would be sent. */
export function inputOf(draft: FeedbackDraft, verdict: FeedbackInput['verdict']): unknown {
  const { comment, passage, situation, behaviour, impact, nextStep } = draft;
  return {
    verdict,
    comment,
    passage,
    sbi: hasSbi(draft) ? { situation, behaviour, impact, nextStep } : null,
  };
}

/** Keeps what is not sent yet over a lock or a crash. Draws nothing: the rest of the screen need not follow every letter. */
export function KeepDrafts(props: {
  readonly textKey: string;
  readonly form: DraftsForm;
  readonly kept: KeptValues | null;
  readonly onUnsaved: (unsaved: boolean) => void;
}) {
  const { textKey, form, kept, onUnsaved } = props;
  const drafts = useWatch({ control: form.control, name: 'drafts' });
  const unsaved = Object.values(drafts).some((draft) => !isEmpty(whole(draft)));
  useKeepText({ textKey, forms: { queue: form }, unsaved, kept });
  useEffect(() => onUnsaved(unsaved), [unsaved, onUnsaved]);
  return null;
}
