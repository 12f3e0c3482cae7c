import { z } from 'zod';
import { useZodForm, type ZodForm } from '#renderer/forms/use-zod-form.ts';
import type { EvidenceInput } from '#shared/domain/evidence.ts';
import { checkDraft } from './check-draft.ts';
import type { EvidenceDraft } from './draft.ts';

export type DraftForm = ZodForm<EvidenceDraft, EvidenceInput>;

/** The check as a schema, so that each field shows its own fault. */
const draftSchema: z.ZodType<EvidenceInput, EvidenceDraft> = z
  .custom<EvidenceDraft>()
  .transform((draft, context) => {
    const { input, problems } = checkDraft(draft);
    for (const { path, code } of problems) {
      context.issues.push({ code: 'custom', input: draft, path: [...path], message: code });
    }
    return input ?? z.NEVER;
  });

export const useDraftForm = (draft: EvidenceDraft): DraftForm => useZodForm(draftSchema, draft);
