import { z } from 'zod';
import type { IsoDate } from '../dates.ts';
import { isoDateSchema } from '../dates.ts';
import { idSchema } from '../ids.ts';
import type { Task, TaskKind } from './tasks.ts';

export const riskKinds = ['evidence-late', 'no-review', 'actions-late'] as const;
export type RiskKind = (typeof riskKinds)[number];

export const riskSchema = z.strictObject({
  portfolioId: idSchema,
  doctor: z.string(),
  specialty: z.string(),
  why: z
    .array(z.strictObject({ kind: z.enum(riskKinds), since: isoDateSchema, count: z.number().int() }))
    .readonly(),
});
/** A doctor somebody should have a word with, and what it is about. */
export type Risk = Readonly<z.output<typeof riskSchema>>;

const kinds: { readonly [K in TaskKind]?: RiskKind } = {
  submit: 'evidence-late',
  'plan-review': 'no-review',
  'plan-sooner': 'no-review',
  'overdue-actions': 'actions-late',
};

/** Who may need support: evidence that is late, no review within the year, actions whose day has passed. Nobody on leave. */
export function risksOf(tasks: readonly Task[]): readonly Risk[] {
  const found = new Map<string, { readonly task: Task; readonly why: Risk['why'][number][] }>();
  for (const task of tasks) {
    const kind = kinds[task.kind];
    // A review that is planned for later than a year is known beforehand: no day has to pass first.
    const counts = task.standing === 'overdue' || (task.kind === 'plan-sooner' && task.standing !== 'away');
    if (kind === undefined || !counts) continue;
    const since: IsoDate = task.until ?? task.since;
    const known = found.get(task.portfolioId) ?? { task, why: [] };
    known.why.push({ kind, since, count: task.count });
    found.set(task.portfolioId, known);
  }
  return [...found.values()]
    .map(({ task: { portfolioId, doctor, specialty }, why }) => ({ portfolioId, doctor, specialty, why }))
    .sort((a, b) => b.why.length - a.why.length || a.doctor.localeCompare(b.doctor, 'en-GB'));
}
