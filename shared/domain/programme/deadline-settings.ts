import { z } from 'zod';
import type { Certainty } from '../pack-provenance.ts';

const days = z.number().int().min(0).max(365);

/** A programme's own calendar around a panel, in days unless said otherwise. */
export const deadlineSettingsSchema = z
  .strictObject({
    /** Before the panel: the doctor is asked for their evidence. */
    requestEvidence: days,
    /** Before the panel: the supervisor is asked for their report. */
    requestReport: days,
    /** Before the panel: evidence and report are in. */
    evidenceIn: days,
    /** Before the panel: members may begin to read. */
    windowOpens: days,
    /** After the panel: the last day to read and judge. */
    windowShuts: days,
    /** After the panel: the chair has signed. */
    sign: days,
    /** After the panel: the doctor can read the outcome. */
    release: days,
    /** Working days after release in which the doctor may ask for a second look. */
    respond: z.number().int().min(1).max(60),
    /** Months from one review to the next. */
    reviewEvery: z.number().int().min(3).max(36),
    /** Before the next review is due: it is in the calendar. */
    planReview: days,
  })
  .superRefine((of, context) => {
    const wrong = (path: keyof typeof of) =>
      context.addIssue({ code: 'custom', message: 'day-order', path: [path] });
    if (of.requestEvidence <= of.evidenceIn) wrong('requestEvidence');
    if (of.requestReport <= of.evidenceIn) wrong('requestReport');
    if (of.evidenceIn < of.windowOpens) wrong('windowOpens');
    if (of.release < of.sign) wrong('release');
  });
export type DeadlineSettings = Readonly<z.output<typeof deadlineSettingsSchema>>;
export type DeadlineNumber = keyof DeadlineSettings;

/** What a programme starts with, until it writes its own. */
export const usualDeadlines: DeadlineSettings = {
  requestEvidence: 56,
  requestReport: 42,
  evidenceIn: 14,
  windowOpens: 14,
  windowShuts: 7,
  sign: 5,
  release: 10,
  respond: 10,
  reviewEvery: 12,
  planReview: 84,
};

/** Where a usual number comes from. Those that are not here are Waymark's own suggestion. */
export const deadlineSources: {
  readonly [N in DeadlineNumber]?: { readonly certainty: Certainty; readonly source: string };
} = {
  evidenceIn: {
    certainty: 'certain',
    source:
      'Two weeks, or ten working days, before the panel: East Midlands and Peninsula deaneries’ pages on the ARCP; RCoA, 2021 Curriculum Assessment Guidance, 14/11/2022. They are about doctors in training.',
  },
  respond: {
    certainty: 'certain',
    source:
      'A review of an outcome may be asked for within ten working days: regional pages on ARCP reviews and appeals. They are about doctors in training.',
  },
  reviewEvery: {
    certainty: 'certain',
    source: 'Yearly: Thames Valley deanery, ARCPs. About doctors in training.',
  },
};
