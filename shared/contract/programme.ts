import { oc } from '@orpc/contract';
import { z } from 'zod';
import { isoDateSchema } from '#shared/domain/dates.ts';
import { idSchema } from '#shared/domain/ids.ts';
import { calendarEntrySchema } from '#shared/domain/programme/calendar.ts';
import { deadlineSettingsSchema } from '#shared/domain/programme/deadline-settings.ts';
import { riskSchema } from '#shared/domain/programme/risk.ts';
import { statisticsSchema } from '#shared/domain/programme/statistics.ts';
import { taskKeySchema, taskSchema } from '#shared/domain/programme/tasks.ts';
import { errorsOf, unlocked } from './errors.ts';
import { portfolioRef } from './portfolios.ts';

const errors = { ...unlocked, ...errorsOf('NOT_FOUND') };

/** Portfolios that are not in the answer because they cannot be opened: the rest is. */
const unopenedSchema = z
  .array(
    z.strictObject({
      portfolioId: idSchema,
      doctor: z.string(),
      code: z.enum(['NOT_FOUND', 'VAULT_DAMAGED', 'VAULT_NEWER']),
    }),
  )
  .readonly();
export type Unopened = z.output<typeof unopenedSchema>;
const seen = {
  today: isoDateSchema,
  /** How many portfolios the answer is about. */
  portfolios: z.number().int(),
  unopened: unopenedSchema,
};

const tasksSchema = z.strictObject({
  ...seen,
  /** The most pressing first. */
  tasks: z.array(taskSchema).readonly(),
  /** Put out of sight, and until when: null for good. Only those whose reason still stands. */
  setAside: z.array(taskSchema.extend({ backOn: isoDateSchema.nullable() })).readonly(),
  risks: z.array(riskSchema).readonly(),
});

const fileSchema = z.strictObject({ fileId: idSchema, name: z.string(), size: z.number().int() });

export const calendarFileInputSchema = z.strictObject({
  /** The panels' days alone, or every day around them too. */
  what: z.enum(['panels', 'all']),
  /** Whether doctors are named: calendars are seen by others. */
  names: z.boolean(),
});

/** A whole programme: every portfolio in this vault together. Sample portfolios only in the sample vault. */
export const programmeContract = {
  /** The days of all reviews between two days, both included, in order. */
  calendar: oc
    .errors(unlocked)
    .input(
      z
        .strictObject({ from: isoDateSchema, to: isoDateSchema })
        .refine(({ from, to }) => to >= from, { error: 'end-before-start', path: ['to'] }),
    )
    .output(z.strictObject({ ...seen, entries: z.array(calendarEntrySchema).readonly() })),
  /** What waits for whom, since when. */
  tasks: oc.errors(unlocked).output(tasksSchema),
  /** Puts a reminder out of sight, until a day or for good (null). It comes back when its reason changes. */
  setAside: oc
    .errors(errors)
    .input(portfolioRef.extend({ key: taskKeySchema, until: isoDateSchema.nullable() }))
    .output(tasksSchema),
  bringBack: oc
    .errors(errors)
    .input(portfolioRef.extend({ key: taskKeySchema }))
    .output(tasksSchema),
  statistics: oc.errors(unlocked).output(z.strictObject({ ...seen, statistics: statisticsSchema })),
  /** The same tables as CSV, in the outbox. */
  statisticsFile: oc.errors(unlocked).output(fileSchema),
  /** Days as a calendar file (.ics), in the outbox. Bringing in a newer one changes what an older one brought. */
  calendarFile: oc.errors(unlocked).input(calendarFileInputSchema).output(fileSchema),
  /** The programme's days around a panel. */
  deadlines: oc.errors(unlocked).output(deadlineSettingsSchema),
  setDeadlines: oc
    .errors(unlocked)
    .input(z.strictObject({ days: deadlineSettingsSchema }))
    .output(deadlineSettingsSchema),
};
