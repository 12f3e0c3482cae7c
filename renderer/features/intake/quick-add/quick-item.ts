import { z } from 'zod';
import { isoDateSchema } from '#shared/domain/dates.ts';
import { type EvidenceInput, evidenceTypeIdSchema } from '#shared/domain/evidence.ts';
import { lineSchema } from '#shared/domain/text.ts';

/** What the quick form asks. Its names are its own: another form may be open behind it. */
export const quickSchema = z.object({
  quickTitle: lineSchema(200),
  quickDate: isoDateSchema,
  quickCapability: z.string().nullable(),
  quickType: evidenceTypeIdSchema.nullable(),
});
export type QuickAnswers = z.output<typeof quickSchema>;

/** The draft these answers make. */
export const quickItem = (answers: QuickAnswers): EvidenceInput => ({
  type: answers.quickType ?? 'unsorted',
  title: answers.quickTitle,
  startedOn: answers.quickDate,
  endedOn: null,
  place: '',
  role: '',
  reflection: '',
  hours: null,
  details: {},
  attachments: [],
  links:
    answers.quickCapability === null ? [] : [{ capability: answers.quickCapability, pages: '', note: '' }],
  verification: null,
  draft: true,
});
