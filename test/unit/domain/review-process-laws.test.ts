import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { refusalOf } from '#shared/domain/review-process/allowed.ts';
import { mayTake } from '#shared/domain/review-process/rights.ts';
import { stateOf } from '#shared/domain/review-process/standing.ts';
import {
  type ProcessState,
  processStates,
  type StepIn,
  stepsIn,
} from '#shared/domain/review-process/states.ts';
import { type ReviewStep, type StepKind, stepKinds, stepRoles } from '#shared/domain/review-process/step.ts';
import { proved, sized } from '#test/support/prove.ts';
import {
  type Computer,
  merged,
  moved,
  newWorld,
  recordIn,
  standingIn,
  stepFor,
  type World,
  walks,
} from '#test/support/review-walks.ts';

const told = ({ course, state, steps, contested, broken }: ReturnType<typeof stateOf>) => ({
  state,
  course,
  broken,
  steps: steps.map(({ id }) => id),
  contested: contested.map(({ id }) => id),
});

/** Said outright: an assertion library costs more than the laws do, a hundred thousand times over. */
const law = (kept: boolean, name: string) => {
  if (!kept) throw new Error(name);
};
const alike = (a: ReturnType<typeof stateOf>, b: ReturnType<typeof stateOf>) =>
  JSON.stringify(told(a)) === JSON.stringify(told(b));

const afterSubmission: readonly ProcessState[] = ['submitted', 'open', 'shut', 'drafted', 'signed'];
const onceSigned: readonly ProcessState[] = ['signed', 'released', 'acknowledged', 'withdrawn', 'amended'];
const onceReleased: readonly ProcessState[] = ['released', 'acknowledged', 'amended'];

/** What must be true of every computer, whatever happened. */
function holds(computer: Computer, today: string): void {
  for (const record of computer.records.values()) {
    const { state, steps, course, broken, contested } = stateOf(record, computer.steps.values(), today);
    law(processStates.includes(state), 'a state that there is');
    law(broken === null, 'nothing that was allowed breaks the chain');
    law(record.state === 'signed' || !onceSigned.includes(state), 'nothing of it before the signature');
    law(record.state === 'signed' || course.release === null, 'no release before the signature');
    law(course.release !== null || !onceReleased.includes(state), 'nothing of it before the release');
    law(course.release === null || state !== 'withdrawn', 'no withdrawal after the release');
    law(course.everSubmitted || !afterSubmission.includes(state), 'nothing of it before it was handed in');
    law(
      steps.every(({ by, kind }) => mayTake(by.role, kind)),
      'steps by those whose they are',
    );
    law((state === 'contested') === contested.length > 0, 'contested where there is a contradiction');
  }
}

/** Each step in another place than it came, by a fixed but different order. */
const stirred = (steps: readonly ReviewStep[]): readonly ReviewStep[] =>
  [...steps].reverse().sort((a, b) => (a.id.slice(-1) < b.id.slice(-1) ? -1 : 1));

describe('the steps of a review', () => {
  test(`keep their laws on ${sized(2000, 10_000)} walks`, () => {
    let taken = 0;
    let refused = 0;
    const reached = new Set<ProcessState>();
    fc.assert(
      fc.property(walks, ({ skews, moves }) => {
        let world: World = newWorld(skews);
        for (const move of moves) {
          const before = world;
          const { world: after, step } = moved(before, move);
          world = after;
          if (move.do === 'wait') continue;
          const where = move.do === 'bring' ? move.to : move.at;
          const [was, is] = [before.computers[where], after.computers[where]];
          if (was === undefined || is === undefined) continue;
          if (is === was) {
            refused += 1;
            continue;
          }
          holds(is, after.today);
          const record = recordIn(is, after.today);
          const standing = stateOf(record, is.steps.values(), after.today);
          reached.add(standing.state);
          // What is signed is never written again.
          for (const [id, old] of was.records)
            if (old.state === 'signed') law(is.records.get(id) === old, 'signed for ever');
          if (step !== null) {
            taken += 1;
            const known = [...was.records.values()].find(({ id }) => id === step.review) ?? record;
            const now = stateOf(known, is.steps.values(), after.today);
            // It was accepted: it is the newest of the chain, or it ended a contradiction further back.
            law(step.kind === 'settle' || now.head === step.id, 'a step that was accepted is the newest');
          }
          law(
            alike(stateOf(record, stirred([...is.steps.values()]), after.today), standing),
            'whatever order they came in',
          );
        }
        const [a, b] = world.computers;
        if (a === undefined || b === undefined) return;
        const [ab, ba] = [merged(a, b), merged(b, a)];
        law(alike(standingIn(ab, world.today), standingIn(ba, world.today)), 'whoever brought them to whom');
        holds(ab, world.today);
      }),
      { numRuns: sized(2000, 10_000) },
    );
    // A withdrawn or amended one is left behind: the walk goes on with the one in its place.
    expect(processStates.filter((state) => !reached.has(state))).toEqual(['withdrawn', 'amended']);
    proved('steps of a review', `${taken} steps taken, ${refused} moves refused`);
  }, 120_000);

  test('change nothing when somebody writes down one that is not allowed', () => {
    fc.assert(
      fc.property(
        walks,
        fc.constantFrom(...stepRoles),
        fc.constantFrom(...stepKinds),
        ({ skews, moves }, role, kind) => {
          let world: World = newWorld(skews);
          for (const move of moves) world = moved(world, move).world;
          const [computer] = world.computers;
          if (computer === undefined) return;
          const record = recordIn(computer, world.today);
          const before = stateOf(record, computer.steps.values(), world.today);
          const why = refusalOf(before, kind, world.today);
          // A second look after its day is refused by the day alone: as a step it is only late.
          fc.pre(
            before.contested.length === 0 &&
              (!mayTake(role, kind) || (why !== null && why !== 'response-over')),
          );
          const forged = stepFor(world, computer, role, kind);
          const after = stateOf(record, [...computer.steps.values(), forged], world.today);
          // What the day or the record alone forbid may have been right where and when it was done.
          if (after.broken === null) return;
          expect(after.state).toBe(before.state);
          expect(after.course).toEqual(before.course);
          expect(after.head).toBe(before.head);
          expect(after.broken).toMatchObject({ why: 'illegal-step', step: forged.id });
        },
      ),
      { numRuns: sized(1000, 20_000) },
    );
  });

  test('would be told wrongly by whose clock is latest', () => {
    const latest = (steps: Iterable<ReviewStep>) => [...steps].sort((a, b) => (a.at < b.at ? 1 : -1))[0];
    const told = fc.check(
      fc.property(walks, ({ skews, moves }) => {
        let world: World = newWorld(skews);
        for (const move of moves) {
          const { world: after, step } = moved(world, move);
          world = after;
          const where = 'at' in move ? world.computers[move.at] : undefined;
          // The law above: a step that was accepted is the newest.
          if (step !== null && where !== undefined && latest(where.steps.values())?.id !== step.id)
            return false;
        }
        return true;
      }),
      { numRuns: 500 },
    );
    expect(told.failed).toBe(true);
  });

  test('cannot be written in the wrong state: the compiler refuses them', () => {
    const kindIn = <S extends ProcessState>(_state: S, kind: StepIn<S>['kind']): StepKind => kind;
    expect(kindIn('signed', 'release')).toBe('release');
    // @ts-expect-error nothing is released before it is signed
    kindIn('drafted', 'release');
    // @ts-expect-error what is released is not withdrawn
    kindIn('released', 'withdraw');
    // @ts-expect-error nothing comes after a review that was not held
    kindIn('not-held', 'resume');
    expect(stepsIn['not-held']).toEqual([]);
  });
});
