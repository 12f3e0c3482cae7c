import { setTimeout as wait } from 'node:timers/promises';
import type { Files } from '#electron/storage/files.ts';
import { isFailure } from '#shared/domain/failure.ts';
import { type FaultKind, faultyFiles } from '../storage-faults.ts';
import { afterCrash } from './after-crash.ts';
import { seededRandom } from './random.ts';
import { diskFrom, liveTree, type Tree } from './sim-disk.ts';
import { type SimOptions, simFiles } from './sim-files.ts';

/** Does one user action; when it resolves, the action has been acknowledged. */
export type Act = (name: string, work: () => Promise<unknown>) => Promise<void>;

/** Something people do, told as actions that are each there as a whole or not at all. */
export type Scenario = {
  readonly name: string;
  /** What is on the disk beforehand, all of it durable. */
  readonly prepare?: (files: Files) => Promise<void>;
  /** Actions that were acknowledged beforehand. */
  readonly already?: readonly string[];
  readonly run: (files: Files, act: Act) => Promise<void>;
  /**
   * Opens what is there with the product's own code, as the next start would, and returns the names of the actions
   * that are there. Throws when it cannot be opened, or when something is there in part. Goes on working in it.
   */
  readonly reopen: (files: Files) => Promise<ReadonlySet<string>>;
};

export type Tally = {
  readonly states: number;
  /** States in which something acknowledged was gone, or something was there that nobody did. */
  readonly lost: number;
  /** States that could not be opened, or in which something was there in part. */
  readonly unreadable: number;
  /** The first few findings. */
  readonly examples: readonly string[];
};

type State = {
  readonly at: string;
  readonly tree: Tree;
  readonly acknowledged: ReadonlySet<string>;
  readonly begun: ReadonlySet<string>;
};

async function prepared(scenario: Scenario): Promise<Tree> {
  const disk = diskFrom(new Map());
  await scenario.prepare?.(simFiles(disk));
  return liveTree(disk);
}

/** Runs a scenario once, noting what a crash at each of its steps could leave behind. */
async function statesOf(scenario: Scenario, perStep: number, seed: number, options: SimOptions) {
  const random = seededRandom(seed);
  const disk = diskFrom(await prepared(scenario));
  const states: State[] = [];
  const acknowledged = new Set<string>(scenario.already);
  const begun = new Set<string>();
  let step = 0;
  const crashHere = (operation: string) => {
    step += 1;
    const said = { acknowledged: new Set(acknowledged), begun: new Set(begun) };
    for (const tree of afterCrash(disk, perStep, random)) {
      states.push({ at: `step ${step}, ${operation}`, tree, ...said });
    }
  };
  const files = simFiles(disk, { ...options, onStep: crashHere });
  crashHere('start');
  await scenario.run(files, async (name, work) => {
    begun.add(name);
    await work();
    acknowledged.add(name);
    crashHere(`acknowledged ${name}`);
  });
  return states;
}

const described = (thrown: unknown) =>
  isFailure(thrown) ? `${thrown.failure} ${JSON.stringify(thrown.data)}` : String(thrown);

/** Undefined when what is found is what was acknowledged, and at most one action that was under way. */
function lossIn(
  found: ReadonlySet<string>,
  acknowledged: ReadonlySet<string>,
  possible: ReadonlySet<string>,
): string | undefined {
  const gone = [...acknowledged].filter((name) => !found.has(name));
  const extra = [...found].filter((name) => !acknowledged.has(name));
  if (gone.length > 0) return `lost ${gone.join(', ')}`;
  if (extra.length > 1) return `more than one unacknowledged: ${extra.join(', ')}`;
  return extra.every((name) => possible.has(name)) ? undefined : `nobody did ${extra.join(', ')}`;
}

const mostExamples = 5;

/**
 * Crashes a scenario at every step and reopens everything that may be left.
 * @param perStep post-crash states to look at for each step, at most.
 */
export async function crashEverywhere(
  scenario: Scenario,
  perStep: number,
  seed = 1,
  options: SimOptions = {},
): Promise<Tally> {
  const states = await statesOf(scenario, perStep, seed, options);
  const examples: string[] = [];
  let lost = 0;
  let unreadable = 0;
  const note = (state: State, what: string) => {
    if (examples.length < mostExamples) examples.push(`${scenario.name}, ${state.at}: ${what}`);
  };
  for (const state of states) {
    try {
      const found = await scenario.reopen(simFiles(diskFrom(state.tree)));
      const loss = lossIn(found, state.acknowledged, state.begun);
      if (loss === undefined) continue;
      lost += 1;
      note(state, loss);
    } catch (thrown) {
      unreadable += 1;
      note(state, described(thrown));
    }
  }
  return { states: states.length, lost, unreadable, examples };
}

export type FaultTally = Tally & {
  /** Calls of the file system one run makes. */
  readonly calls: number;
  /** Every code an action failed with. */
  readonly codes: ReadonlySet<string>;
};

/** A fault must be told, not waited for. Milliseconds. */
const longest = 30_000;
const kinds: readonly FaultKind[] = ['ENOSPC', 'EIO', 'EPERM', 'short'];

/**
 * Runs a scenario again and again, with every kind of fault at every call of the file system, once and from then on;
 * then reopens it on a disk that works again.
 * @param every 1 for each call, n for every n-th.
 */
export async function failEverywhere(scenario: Scenario, every = 1): Promise<FaultTally> {
  const before = await prepared(scenario);
  const examples: string[] = [];
  const codes = new Set<string>();
  let states = 0;
  let lost = 0;
  let unreadable = 0;

  const once = async (at: number, kind: FaultKind, lasting: boolean) => {
    const disk = diskFrom(before);
    const faulty = faultyFiles(simFiles(disk));
    faulty.arm({ at, kind, lasting });
    const acknowledged = new Set<string>(scenario.already);
    const failed = new Set<string>();
    const act: Act = async (name, work) => {
      try {
        await work();
        acknowledged.add(name);
      } catch (thrown) {
        failed.add(name);
        codes.add(isFailure(thrown) ? thrown.failure : `untyped: ${String(thrown)}`);
      }
    };
    // A scenario may not be able to go on at all; what it has acknowledged until then counts.
    const run = scenario.run(faulty.files, act).then(
      () => true,
      () => true,
    );
    const patience = new AbortController();
    const ended = await Promise.race([run, wait(longest, false, { signal: patience.signal })]);
    patience.abort();
    states += 1;
    const where = `${scenario.name}, ${kind} ${lasting ? 'from' : 'at'} call ${at} (${faulty.calls[at]})`;
    const note = (what: string) => {
      if (examples.length < mostExamples) examples.push(`${where}: ${what}`);
    };
    if (!ended) {
      unreadable += 1;
      note('never ended');
      return faulty.calls.length;
    }
    try {
      const found = await scenario.reopen(simFiles(diskFrom(liveTree(disk))));
      const loss = lossIn(found, acknowledged, failed);
      if (loss === undefined) return faulty.calls.length;
      lost += 1;
      note(loss);
    } catch (thrown) {
      unreadable += 1;
      note(described(thrown));
    }
    return faulty.calls.length;
  };

  const calls = await once(Number.POSITIVE_INFINITY, 'EIO', false);
  for (let at = 0; at < calls; at += every) {
    for (const kind of kinds) for (const lasting of [false, true]) await once(at, kind, lasting);
  }
  return { states, lost, unreadable, examples, calls, codes };
}
