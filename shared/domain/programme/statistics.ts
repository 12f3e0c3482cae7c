import { z } from 'zod';
import { daysBetween, type IsoDate } from '../dates.ts';
import type { DoctorFacts } from './facts.ts';
import { smallestShown } from './suppression.ts';
import { type Heading, shownTableSchema, shownTables, tallyOf } from './tables.ts';
import { overdueActions } from './tasks.ts';

/** Days from panel to release: the middle, the shortest and the longest. Null where there are fewer than five. */
const spreadSchema = z
  .strictObject({ median: z.number(), shortest: z.number(), longest: z.number() })
  .nullable();
export type Spread = z.output<typeof spreadSchema>;

export const statisticsSchema = z.strictObject({
  outcomesBySpecialty: shownTableSchema,
  outcomesByYear: shownTableSchema,
  /** By the year of the panel; `all` last. */
  release: z.array(z.strictObject({ year: z.string(), days: spreadSchema })).readonly(),
  actions: shownTableSchema,
  notHeld: shownTableSchema,
});
export type Statistics = Readonly<z.output<typeof statisticsSchema>>;

const yearOf = (date: IsoDate): Heading => ({ key: date.slice(0, 4), label: date.slice(0, 4) });

/** @param days in any order */
export function spreadOf(days: readonly number[]): Spread {
  if (days.length < smallestShown) return null;
  const sorted = [...days].sort((a, b) => a - b);
  const at = (index: number) => sorted[index] ?? 0;
  const middle = Math.floor(sorted.length / 2);
  const median = sorted.length % 2 === 1 ? at(middle) : (at(middle - 1) + at(middle)) / 2;
  return { median, shortest: at(0), longest: at(sorted.length - 1) };
}

type Released = {
  readonly specialty: string;
  readonly heldOn: IsoDate;
  readonly releasedOn: IsoDate;
  readonly outcome: { readonly id: string; readonly name: string };
};

const releasedOf = (doctors: readonly DoctorFacts[]): readonly Released[] =>
  doctors.flatMap(({ specialty, reviews }) =>
    reviews.flatMap(({ review: { heldOn, outcome, state }, standing, releasedOn }) => {
      const released = standing.released !== null || standing.window === null;
      return state === 'signed' && released && releasedOn !== null && outcome !== null
        ? [{ specialty, heldOn, releasedOn, outcome }]
        : [];
    }),
  );

function outcomeTables(released: readonly Released[]) {
  // One that was renamed since is called as it was called last.
  const names = new Map(
    [...released]
      .sort((a, b) => a.heldOn.localeCompare(b.heldOn))
      .map(({ outcome }) => [outcome.id, outcome.name]),
  );
  const columns = [...names]
    .map(([key, label]) => ({ key, label }))
    .sort((a, b) => a.label.localeCompare(b.label, 'en-GB'));
  const column = ({ outcome }: Released) => outcome.id;
  const bySpecialty = tallyOf(released, columns, (one) => ({
    row: { key: one.specialty, label: one.specialty },
    column: column(one),
  }));
  const byYear = tallyOf(released, columns, (one) => ({ row: yearOf(one.heldOn), column: column(one) }));
  const [outcomesBySpecialty, outcomesByYear] = shownTables(columns, [bySpecialty, byYear]);
  return {
    outcomesBySpecialty: outcomesBySpecialty ?? { is: 'none' as const },
    outcomesByYear: outcomesByYear ?? { is: 'none' as const },
  };
}

function releaseTimes(released: readonly Released[]): Statistics['release'] {
  const years = [...new Set(released.map(({ heldOn }) => heldOn.slice(0, 4)))].sort();
  const days = (of: readonly Released[]) =>
    spreadOf(of.map(({ heldOn, releasedOn }) => daysBetween(heldOn, releasedOn)));
  return [
    ...years.map((year) => ({ year, days: days(released.filter(({ heldOn }) => heldOn.startsWith(year))) })),
    ...(released.length === 0 ? [] : [{ year: 'all', days: days(released) }]),
  ];
}

export const actionFates = ['kept', 'missed', 'dropped', 'running'] as const;

/** Actions by the year of their day. Kept: done, whenever. Missed: still open and its day has passed, leave not counted. */
function actionTable(doctors: readonly DoctorFacts[], today: IsoDate) {
  const columns = actionFates.map((key) => ({ key, label: key }));
  const all = doctors.flatMap((facts) => {
    const late = new Set(overdueActions(facts, today));
    return facts.actions.map((action) => ({
      row: yearOf(action.dueOn),
      column:
        action.status === 'done'
          ? 'kept'
          : action.status === 'dropped'
            ? 'dropped'
            : late.has(action)
              ? 'missed'
              : 'running',
    }));
  });
  const [table] = shownTables(columns, [tallyOf(all, columns, (one) => one)]);
  return table ?? { is: 'none' as const };
}

const folded = (text: string) =>
  text
    .normalize('NFKC')
    .trim()
    .replace(/[\s.]+$/u, '')
    .replace(/\s+/gu, ' ')
    .toLowerCase();
/** A reason that fewer than five gave would tell of somebody: it is one of the others. */
export const otherReasons = 'other';
const keyOf = (reason: string) => `said:${reason}`;

/** Reviews that were not held, and postponements, by the reasons that were given often. */
function notHeldTable(doctors: readonly DoctorFacts[]) {
  const given = doctors.flatMap(({ reviews }) =>
    reviews.flatMap(({ standing }) =>
      standing.steps.flatMap((step) =>
        step.kind === 'postpone' || step.kind === 'not-held'
          ? [{ kind: step.kind, reason: step.reason }]
          : [],
      ),
    ),
  );
  const often = new Map<string, { readonly label: string; readonly times: number }>();
  for (const { reason } of given) {
    const known = often.get(folded(reason));
    often.set(folded(reason), { label: known?.label ?? reason.trim(), times: (known?.times ?? 0) + 1 });
  }
  const named = [...often].filter(([, { times }]) => times >= smallestShown);
  const columns: readonly Heading[] = [
    ...named.map(([reason, { label }]) => ({ key: keyOf(reason), label })),
    { key: otherReasons, label: otherReasons },
  ];
  const keys = new Set(named.map(([reason]) => keyOf(reason)));
  const tally = tallyOf(given, columns, ({ kind, reason }) => ({
    row: { key: kind, label: kind },
    column: keys.has(keyOf(folded(reason))) ? keyOf(folded(reason)) : otherReasons,
  }));
  const [table] = shownTables(columns, [tally]);
  return table ?? { is: 'none' as const };
}

/**
 * What a programme may say of its reviews without saying anything of a single doctor. Only reviews that stand, with an
 * outcome the doctor can read; specialties by their guidance, years by the panel's day.
 */
export function statisticsOf(doctors: readonly DoctorFacts[], today: IsoDate): Statistics {
  const released = releasedOf(doctors);
  return {
    ...outcomeTables(released),
    release: releaseTimes(released),
    actions: actionTable(doctors, today),
    notHeld: notHeldTable(doctors),
  };
}
