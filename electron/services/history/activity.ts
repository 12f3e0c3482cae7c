import type { Activity, activityKinds } from '#shared/contract/history.ts';
import {
  firstOf,
  isChange,
  isImport,
  lastOf,
  type Step,
  stepsOf,
  takenBackIn,
} from '#shared/domain/history/steps.ts';
import type { HistoryLine } from '#shared/domain/history.ts';
import type { Id } from '#shared/domain/ids.ts';
import type { PortfolioStore } from '../ports.ts';
import type { Session } from '../session.ts';
import { lineLogOf } from './line-log.ts';
import { recordsIn, subjectsOf } from './subjects.ts';

type Kind = (typeof activityKinds)[number];
type Person = { readonly id: Id; readonly name: string };

function kindOf(line: HistoryLine): Kind {
  if (line.about.undoes !== undefined || line.about.redoes !== undefined) return 'undo';
  if (isImport(line)) return 'import';
  const rooms = new Set(line.changes.map(({ collection }) => collection));
  if (rooms.has('reviews') || rooms.has('seals')) return 'review';
  return rooms.has('evidence') ? 'evidence' : 'portfolio';
}

const subjectsShown = 3;

/**
 * What was done, newest first: one entry a step. Everything newer than the page is read too, since only that tells
 * what was undone; lines are kept once read.
 */
export async function activityOf(
  session: Session,
  store: PortfolioStore,
  asked: {
    readonly before: number | null;
    readonly limit: number;
    readonly kind: Kind | null;
    readonly who: Id | null;
  },
) {
  const { entries } = store.head();
  const all = await lineLogOf(store).newest(entries);
  const owner: Person = { id: session.profile()?.id ?? '', name: session.profile()?.name ?? '' };
  const wroteIn = (line: HistoryLine): readonly Person[] =>
    // Whoever wrote the versions that were moved, one person moved them.
    (line.about.moved === undefined ? line.authors : undefined) ?? [
      line.who === owner.id ? owner : { id: line.who, name: '' },
    ];
  const undone = takenBackIn(all);
  const bySeq = new Map(all.map((line) => [line.seq, line]));
  const originOf = (line: HistoryLine): HistoryLine => {
    const earlier = bySeq.get(line.about.undoes ?? line.about.redoes ?? 0);
    return earlier === undefined ? line : originOf(earlier);
  };
  const matches = ({ lines: [line] }: Step) =>
    (asked.before === null || line.seq < asked.before) &&
    (asked.kind === null || kindOf(line) === asked.kind) &&
    (asked.who === null || wroteIn(line).some(({ id }) => id === asked.who));
  const steps = stepsOf(all).filter(matches);
  const page = steps.slice(0, asked.limit);
  const shown = await Promise.all(
    page.map(async (step): Promise<Activity> => {
      const [line] = step.lines;
      const origin = originOf(line);
      return {
        seq: firstOf(step),
        to: lastOf(step),
        at: line.at,
        who: [...wroteIn(line)],
        action: line.action,
        about: line.about,
        origin: origin === line ? null : origin.action,
        count: recordsIn(line),
        subjects: [...(await subjectsOf(store, line, subjectsShown))],
        undone: undone.has(line.seq),
        undoable: line.who === owner.id && isChange(line) && !undone.has(line.seq),
      };
    }),
  );
  const people = new Map(all.flatMap((line) => wroteIn(line).map((person) => [person.id, person])));
  const last = page.at(-1);
  return {
    entries: shown,
    next: last !== undefined && steps.length > page.length ? firstOf(last) : null,
    people: [...people.values()],
    gaps: await store.history.gaps(),
  };
}
