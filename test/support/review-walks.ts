import fc from 'fast-check';
import { daysAfter, type IsoDate } from '#shared/domain/dates.ts';
import type { Id } from '#shared/domain/ids.ts';
import { refusalOf } from '#shared/domain/review-process/allowed.ts';
import { tipOf } from '#shared/domain/review-process/chain.ts';
import { mayTake } from '#shared/domain/review-process/rights.ts';
import { type ReviewRecord, type Standing, stateOf } from '#shared/domain/review-process/standing.ts';
import type { ProcessState } from '#shared/domain/review-process/states.ts';
import {
  type ReviewStep,
  type StepKind,
  type StepRole,
  stepKinds,
  stepRoles,
} from '#shared/domain/review-process/step.ts';

/** One computer: the records and steps it has, and how far its clock is out (days). */
export type Computer = {
  readonly records: ReadonlyMap<Id, ReviewRecord>;
  readonly steps: ReadonlyMap<Id, ReviewStep>;
  readonly skew: number;
};
export type World = {
  readonly computers: readonly Computer[];
  readonly today: IsoDate;
  readonly made: number;
};

export type Move =
  | { readonly do: 'take'; readonly at: number; readonly role: StepRole; readonly kind: StepKind }
  /** Whatever comes next, of those that are allowed. */
  | { readonly do: 'go-on'; readonly at: number; readonly pick: number }
  /** The next thing on the straight way from planning to acknowledging. */
  | { readonly do: 'forward'; readonly at: number }
  | { readonly do: 'write' | 'sign'; readonly at: number }
  | { readonly do: 'bring'; readonly from: number; readonly to: number }
  | { readonly do: 'wait'; readonly days: number };

export const firstDay = '2027-03-01';
const first = '00000000-0000-4000-8000-000000000000';
export const idOf = (made: number): Id => `00000000-0000-4000-8000-${String(made + 1).padStart(12, '0')}`;

const plan: ReviewRecord = {
  id: first,
  state: 'scheduled',
  heldOn: daysAfter(firstDay, 30),
  rules: {
    evidenceBy: daysAfter(firstDay, 16),
    window: { from: daysAfter(firstDay, 16), to: daysAfter(firstDay, 31) },
    quorum: 1,
    responseDays: 10,
  },
};

export const newWorld = (skews: readonly number[]): World => ({
  computers: skews.map((skew) => ({ records: new Map([[first, plan]]), steps: new Map(), skew })),
  today: firstDay,
  made: 0,
});

const at = fc.nat(2);
/** A walk: what somebody tries on one of three computers, packages carried between them, days that pass. */
export const walks = fc.record({
  skews: fc.tuple(fc.integer({ min: -40, max: 40 }), fc.constant(0), fc.constant(0)),
  moves: fc.array(
    fc.oneof(
      {
        weight: 7,
        arbitrary: fc.record({ do: fc.constant('forward' as const), at: fc.constantFrom(0, 0, 1) }),
      },
      { weight: 4, arbitrary: fc.record({ do: fc.constant('go-on' as const), at, pick: fc.nat(40) }) },
      {
        weight: 3,
        arbitrary: fc.record({
          do: fc.constant('take' as const),
          at,
          role: fc.constantFrom(...stepRoles),
          kind: fc.constantFrom(...stepKinds),
        }),
      },
      { weight: 2, arbitrary: fc.record({ do: fc.constantFrom('write' as const, 'sign' as const), at }) },
      { weight: 2, arbitrary: fc.record({ do: fc.constant('bring' as const), from: at, to: at }) },
      {
        weight: 2,
        arbitrary: fc.record({ do: fc.constant('wait' as const), days: fc.integer({ min: 1, max: 12 }) }),
      },
    ),
    { minLength: 8, maxLength: 40 },
  ),
});

const found = new WeakMap<Computer, ReviewRecord>();

/** The review a computer works on: the last that stands in place of the ones before it. */
export function recordIn(computer: Computer, today: IsoDate): ReviewRecord {
  const known = found.get(computer);
  if (known !== undefined) return known;
  const { records, steps } = computer;
  for (let record = records.get(first) ?? plan; ; ) {
    const { next } = stateOf(record, steps.values(), today).course;
    const follower = next === null ? undefined : records.get(next);
    if (follower === undefined) {
      found.set(computer, record);
      return record;
    }
    record = follower;
  }
}

export const standingIn = (computer: Computer, today: IsoDate): Standing =>
  stateOf(recordIn(computer, today), computer.steps.values(), today);

/** A step as somebody on that computer would write it down next. */
export function stepFor(world: World, computer: Computer, role: StepRole, kind: StepKind): ReviewStep {
  const { today, made } = world;
  const record = recordIn(computer, today);
  const standing = stateOf(record, computer.steps.values(), today);
  const own = [...computer.steps.values()].filter(({ review }) => review === record.id);
  const kept = standing.contested[made % 2]?.id ?? first;
  const reason = `because ${made}`;
  const taken = {
    id: idOf(made),
    review: record.id,
    after: kind === 'settle' && kept !== first ? tipOf(own, standing.contested, kept) : standing.head,
    at: `${daysAfter(today, computer.skew)}T10:00:00.000Z`,
    by: { name: role, gmcNumber: null, role, device: null },
  };
  const next = idOf(made + 500_000);
  const snapshot = idOf(made + 700_000);
  switch (kind) {
    case 'submit':
      return { ...taken, kind, snapshot };
    case 'admit-late':
      return { ...taken, kind, snapshot, reason };
    case 'change-window':
      return { ...taken, kind, window: { from: today, to: daysAfter(today, 9) }, reason };
    case 'withdraw':
      return { ...taken, kind, reason, next };
    case 'amend':
      return { ...taken, kind, reason, next, authority: 'The head of the programme' };
    case 'respond':
      return { ...taken, kind, text: reason };
    case 'answer-second-look':
      return { ...taken, kind, reason, answer: made % 2 === 0 ? 'stands' : 'will-amend' };
    case 'postpone':
      return { ...taken, kind, reason, heldOn: null };
    case 'settle':
      return { ...taken, kind, keeps: kept };
    case 'take-back':
    case 'ask-second-look':
    case 'not-held':
      return { ...taken, kind, reason };
    default:
      return { ...taken, kind };
  }
}

function withStep(computer: Computer, step: ReviewStep): Computer {
  const steps = new Map(computer.steps).set(step.id, step);
  if (step.kind !== 'withdraw' && step.kind !== 'amend') return { ...computer, steps };
  const before = computer.records.get(step.review) ?? plan;
  const how = step.kind === 'amend' ? 'amended' : 'withdrawn';
  const draft: ReviewRecord = {
    ...before,
    id: step.next,
    state: 'drafted',
    follows: { review: before.id, how, reason: step.reason, authority: '' },
  };
  return { ...computer, steps, records: new Map(computer.records).set(draft.id, draft) };
}

const order = ['scheduled', 'drafted', 'signed'];

/** What one computer has, brought into another: the union; of a record the version that is further on. */
export function merged(here: Computer, there: Computer): Computer {
  const records = new Map(here.records);
  for (const [id, record] of there.records) {
    const own = records.get(id);
    if (own === undefined || order.indexOf(own.state) < order.indexOf(record.state)) records.set(id, record);
  }
  return { ...here, records, steps: new Map([...here.steps, ...there.steps]) };
}

/** Whether the service would write the step down, and the world after it. */
export function attempt(
  world: World,
  where: number,
  role: StepRole,
  kind: StepKind,
): { readonly world: World; readonly step: ReviewStep | null } {
  const computer = world.computers[where];
  if (computer === undefined) return { world, step: null };
  const allowed =
    refusalOf(standingIn(computer, world.today), kind, world.today) === null && mayTake(role, kind);
  if (!allowed) return { world, step: null };
  const step = stepFor(world, computer, role, kind);
  return { world: replace(world, where, withStep(computer, step)), step };
}

const replace = (world: World, where: number, computer: Computer): World => ({
  ...world,
  made: world.made + 1,
  computers: world.computers.map((one, index) => (index === where ? computer : one)),
});

function writeDown(world: World, where: number, state: 'drafted' | 'signed'): World {
  const computer = world.computers[where];
  if (computer === undefined) return world;
  const record = recordIn(computer, world.today);
  const standing = stateOf(record, computer.steps.values(), world.today);
  if (standing.broken !== null) return world;
  const may = state === 'signed' ? ['drafted'] : ['open', 'drafted'];
  if (!may.includes(standing.state)) return world;
  const records = new Map(computer.records).set(record.id, { ...record, state });
  return replace(world, where, { ...computer, records });
}

type Straight = readonly [what: StepKind | 'wait' | 'write' | 'sign', role?: StepRole];
const straight: { readonly [S in ProcessState]?: Straight } = {
  scheduled: ['request-evidence', 'administrator'],
  'evidence-requested': ['submit', 'doctor'],
  submitted: ['wait'],
  open: ['write'],
  shut: ['change-window', 'chair'],
  drafted: ['sign'],
  signed: ['release', 'administrator'],
  released: ['acknowledge', 'doctor'],
  postponed: ['resume', 'chair'],
};

/** The world after one move; a move that is refused leaves it as it was. */
export function moved(world: World, move: Move): { readonly world: World; readonly step: ReviewStep | null } {
  const still = { world, step: null };
  switch (move.do) {
    case 'wait':
      return { ...still, world: { ...world, today: daysAfter(world.today, move.days) } };
    case 'forward': {
      const computer = world.computers[move.at];
      if (computer === undefined) return still;
      const next = straight[standingIn(computer, world.today).state];
      if (next === undefined) return still;
      if (next[0] === 'wait') return moved(world, { do: 'wait', days: 16 });
      return next[0] === 'write' || next[0] === 'sign'
        ? moved(world, { do: next[0], at: move.at })
        : attempt(world, move.at, next[1] ?? 'chair', next[0]);
    }
    case 'write':
      return { ...still, world: writeDown(world, move.at, 'drafted') };
    case 'sign':
      return { ...still, world: writeDown(world, move.at, 'signed') };
    case 'bring': {
      const [from, to] = [world.computers[move.from], world.computers[move.to]];
      return from === undefined || to === undefined
        ? still
        : { ...still, world: replace(world, move.to, merged(to, from)) };
    }
    case 'take':
      return attempt(world, move.at, move.role, move.kind);
    case 'go-on': {
      const computer = world.computers[move.at];
      if (computer === undefined) return still;
      const standing = standingIn(computer, world.today);
      const open = stepKinds.filter((kind) => refusalOf(standing, kind, world.today) === null);
      const kind = open[move.pick % Math.max(1, open.length)];
      const role = stepRoles.find((one) => kind !== undefined && mayTake(one, kind));
      return kind === undefined || role === undefined ? still : attempt(world, move.at, role, kind);
    }
  }
}
