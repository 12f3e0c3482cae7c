import { z } from 'zod';
import type { YearFacts } from './supervisor-report.ts';

export const changedFacts = [
  'items',
  'verified',
  'type',
  'meetingsHeld',
  'meetingsMissed',
  'actionsDone',
  'actionsOpen',
  'actionsOverdue',
  'daysAbsent',
  'capability-items',
  'capability-inWindow',
  'capability-strength',
  'capability-selfRating',
  'capability-lastRating',
  'capability-gone',
  'capability-new',
  'domains',
  'previousActions',
] as const;

/** One fact that is another than it was. `of`: the type or capability it is about; null where there is only one. */
export const factChangeSchema = z.strictObject({
  fact: z.enum(changedFacts),
  of: z.string().nullable(),
  /** Numbers, codes, or null where there was, or is, none. */
  before: z.union([z.string(), z.number()]).nullable(),
  now: z.union([z.string(), z.number()]).nullable(),
});
export type FactChange = Readonly<z.output<typeof factChangeSchema>>;

const numbers = [
  'items',
  'verified',
  'meetingsHeld',
  'meetingsMissed',
  'actionsDone',
  'actionsOpen',
  'actionsOverdue',
  'daysAbsent',
] as const;
const ofCapability = ['items', 'inWindow', 'strength', 'selfRating', 'lastRating'] as const;

/** What differs between the facts a report holds and those of now, in the order of the form. */
export function factChanges(before: YearFacts, now: YearFacts): readonly FactChange[] {
  const changes: FactChange[] = [];
  const tell = (
    fact: FactChange['fact'],
    of: string | null,
    was: FactChange['before'],
    is: FactChange['now'],
  ) => {
    if (was !== is) changes.push({ fact, of, before: was, now: is });
  };
  for (const fact of numbers) tell(fact, null, before[fact], now[fact]);
  const types = new Map([...before.byType, ...now.byType].map(({ type, title }) => [type, title]));
  const amount = (facts: YearFacts, type: string) =>
    facts.byType.find((one) => one.type === type)?.count ?? 0;
  for (const [type, title] of types) tell('type', title, amount(before, type), amount(now, type));
  const was = new Map(before.capabilities.map((one) => [one.code, one]));
  const is = new Map(now.capabilities.map((one) => [one.code, one]));
  for (const code of new Set([...was.keys(), ...is.keys()])) {
    const [a, b] = [was.get(code), is.get(code)];
    if (a === undefined) tell('capability-new', code, null, b?.title ?? null);
    else if (b === undefined) tell('capability-gone', code, a.title, null);
    else for (const fact of ofCapability) tell(`capability-${fact}`, code, a[fact], b[fact]);
  }
  const names = ({ domains }: YearFacts) => JSON.stringify(domains);
  if (names(before) !== names(now)) tell('domains', null, before.domains.length, `${now.domains.length}`);
  const actions = ({ previousActions }: YearFacts) => JSON.stringify(previousActions);
  if (actions(before) !== actions(now))
    tell('previousActions', null, before.previousActions.length, `${now.previousActions.length}`);
  return changes;
}
