import { z } from 'zod';
import { proseSchema } from '../text.ts';

const part = proseSchema(2000).pipe(z.string().min(1, { error: 'required' }));

/** Feedback as Situation, Behaviour, Impact, with the next step that follows from it. */
export const sbiSchema = z.strictObject({
  /** When and where, concretely. */
  situation: part,
  /** What was seen or heard; no motive. */
  behaviour: part,
  /** What it did to a patient, the team or the task. */
  impact: part,
  /** What the doctor does next: feedback without one is not kept. */
  nextStep: part,
});
export type Sbi = Readonly<z.output<typeof sbiSchema>>;
