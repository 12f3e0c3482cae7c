import { z } from 'zod';
import { daysAfter, type IsoDate, isoDateSchema } from '../dates.ts';
import type { Review } from '../review.ts';
import type { Standing } from '../review-process/standing.ts';
import { workingDaysAfter } from '../review-process/working-days.ts';
import type { DeadlineSettings } from './deadline-settings.ts';

export const deadlineKinds = [
  'request-evidence',
  'request-report',
  'evidence-in',
  'window-opens',
  'panel',
  'window-shuts',
  'sign',
  'release',
  'respond',
] as const;
export const deadlineKindSchema = z.enum(deadlineKinds);
export type DeadlineKind = z.infer<typeof deadlineKindSchema>;

export const deadlineSchema = z.strictObject({
  kind: deadlineKindSchema,
  on: isoDateSchema,
  /** Who says so: this review's own plan, or the programme's settings. */
  from: z.enum(['review', 'programme']),
});
export type Deadline = Readonly<z.output<typeof deadlineSchema>>;

/**
 * The days around one panel, in order. What a review's own plan says comes before the programme's numbers. A review of
 * earlier versions knows no steps: only its day, and the one by which it is to be signed.
 */
export function deadlinesOf(
  { heldOn, rules }: Pick<Review, 'heldOn' | 'rules'>,
  { window, released }: Pick<Standing, 'window' | 'released'>,
  settings: DeadlineSettings,
): readonly Deadline[] {
  const programme = (kind: DeadlineKind, on: IsoDate): Deadline => ({ kind, on, from: 'programme' });
  const review = (kind: DeadlineKind, on: IsoDate): Deadline => ({ kind, on, from: 'review' });
  const panel = review('panel', heldOn);
  const sign = programme('sign', daysAfter(heldOn, settings.sign));
  if (rules === undefined) return [panel, sign];
  const access = window ?? rules.window;
  const release = daysAfter(heldOn, settings.release);
  const respond = released?.respondBy ?? workingDaysAfter(release, rules.responseDays);
  return [
    programme('request-evidence', daysAfter(heldOn, -settings.requestEvidence)),
    programme('request-report', daysAfter(heldOn, -settings.requestReport)),
    review('evidence-in', rules.evidenceBy),
    review('window-opens', access.from),
    panel,
    review('window-shuts', access.to),
    sign,
    programme('release', release),
    review('respond', respond),
  ].toSorted(
    (a, b) => a.on.localeCompare(b.on) || deadlineKinds.indexOf(a.kind) - deadlineKinds.indexOf(b.kind),
  );
}

/** The rules a review gets that is planned for that day in this programme. */
export function rulesFor(heldOn: IsoDate, settings: DeadlineSettings, quorum: number) {
  return {
    evidenceBy: daysAfter(heldOn, -settings.evidenceIn),
    window: { from: daysAfter(heldOn, -settings.windowOpens), to: daysAfter(heldOn, settings.windowShuts) },
    quorum,
    responseDays: settings.respond,
  };
}
