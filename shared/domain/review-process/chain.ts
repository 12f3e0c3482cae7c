import { canonicalJson } from '../canonical.ts';
import type { Id } from '../ids.ts';
import { mayTake } from './rights.ts';
import type { ReviewStep } from './step.ts';

export type Chain = {
  /** The steps that hold, in order: of alike ones the first by its name. Ends before a contradiction. */
  readonly steps: readonly ReviewStep[];
  /** Of each of those, its own name and those of the ones alike. */
  readonly names: readonly ReadonlySet<Id>[];
  /** Steps that contradict each other after the last that holds; empty where none do. */
  readonly contested: readonly ReviewStep[];
  /** Steps of branches that do not hold. */
  readonly aside: readonly ReviewStep[];
  /** Steps whose predecessor is not here. */
  readonly orphans: readonly ReviewStep[];
};

/** Steps that say the same, taken on several computers. */
type Group = { readonly step: ReviewStep; readonly ids: ReadonlySet<Id> };

/** What a step says, whoever took it, when and where. */
function saying({ id: _id, at: _at, by: _by, after: _after, ...rest }: ReviewStep): string {
  return canonicalJson(rest);
}

const byId = (a: ReviewStep, b: ReviewStep) => (a.id < b.id ? -1 : 1);
const rightful = ({ by, kind }: ReviewStep) => (mayTake(by.role, kind) ? 0 : 1);

function grouped(steps: readonly ReviewStep[]): readonly Group[] {
  const [only] = steps;
  if (only === undefined) return [];
  if (steps.length === 1) return [{ step: only, ids: new Set([only.id]) }];
  const found = new Map<string, ReviewStep[]>();
  for (const step of steps) {
    const key = saying(step);
    const alike = found.get(key);
    if (alike === undefined) found.set(key, [step]);
    else alike.push(step);
  }
  return [...found.values()]
    .flatMap((alike) => {
      const [step] = [...alike].sort((a, b) => rightful(a) - rightful(b) || byId(a, b));
      return step === undefined ? [] : [{ step, ids: new Set(alike.map(({ id }) => id)) }];
    })
    .sort((a, b) => byId(a.step, b.step));
}

/**
 * Puts the steps of one review in order, by which comes after which and by nothing else: not by when they arrived, nor
 * by any clock. Two different steps after the same one contradict each other. The chair or the administrator settles
 * that with a step further along the branch that holds; where both branches were settled, the more often settled one.
 */
export function chainOf(all: readonly ReviewStep[]): Chain {
  const after = new Map<Id | null, ReviewStep[]>();
  for (const step of all) {
    const siblings = after.get(step.after);
    if (siblings === undefined) after.set(step.after, [step]);
    else siblings.push(step);
  }
  const behind = (ids: Iterable<Id>) => [...ids].flatMap((id) => after.get(id) ?? []);
  const subtree = (ids: ReadonlySet<Id>): readonly ReviewStep[] => {
    const found: ReviewStep[] = [];
    for (let level = behind(ids); level.length > 0; level = behind(level.map(({ id }) => id)))
      found.push(...level);
    return found;
  };
  const timesSettled = ({ ids }: Group) =>
    subtree(ids).filter(
      (step) => step.kind === 'settle' && ids.has(step.keeps) && mayTake(step.by.role, 'settle'),
    ).length;

  /** Settling something contradicts nothing: where nobody went on from it, it is no branch of its own. */
  const branches = (level: readonly Group[]): readonly Group[] => {
    const going = level.filter(({ step, ids }) => step.kind !== 'settle' || behind(ids).length > 0);
    return going.length > 0 ? going : level.slice(0, 1);
  };

  const steps: ReviewStep[] = [];
  const names: ReadonlySet<Id>[] = [];
  const aside: ReviewStep[] = [];
  let contested: readonly ReviewStep[] = [];
  const setAside = ({ ids }: Group) => {
    aside.push(...all.filter(({ id }) => ids.has(id)), ...subtree(ids));
  };
  for (let found = grouped(after.get(null) ?? []); found.length > 0; ) {
    const level = branches(found);
    for (const group of found) if (!level.includes(group)) setAside(group);
    const ranked = [...level]
      .map((group) => ({ group, times: level.length === 1 ? 0 : timesSettled(group) }))
      .sort((a, b) => b.times - a.times || byId(a.group.step, b.group.step));
    const [first, second] = ranked;
    if (first === undefined) break;
    if (second !== undefined && second.times === first.times) {
      contested = level.map(({ step }) => step);
      for (const { group } of ranked) for (const step of subtree(group.ids)) aside.push(step);
      break;
    }
    for (const { group } of ranked.slice(1)) setAside(group);
    steps.push(first.group.step);
    names.push(first.group.ids);
    found = grouped(behind(first.group.ids));
  }
  const reached = new Set(reachable(after));
  return {
    steps,
    names,
    contested,
    aside: [...aside].sort(byId),
    orphans: all.filter(({ id }) => !reached.has(id)).sort(byId),
  };
}

/** Every step that leads back to a first one. */
function reachable(after: ReadonlyMap<Id | null, readonly ReviewStep[]>): readonly Id[] {
  const found: Id[] = [];
  for (let level = after.get(null) ?? []; level.length > 0; ) {
    found.push(...level.map(({ id }) => id));
    level = level.flatMap(({ id }) => after.get(id) ?? []);
  }
  return found;
}

/** What a step that settles for `keeps` comes after: the last of the branch that holds from there on. */
export function tipOf(all: readonly ReviewStep[], contested: readonly ReviewStep[], keeps: Id): Id {
  const against = new Set(contested.map(({ id }) => id).filter((id) => id !== keeps));
  const kept = grouped(all.filter(({ id }) => id === keeps || !against.has(id)));
  const alike = kept.find(({ ids }) => ids.has(keeps))?.ids ?? new Set([keeps]);
  const others = contested.filter(({ id }) => !alike.has(id));
  const gone = new Set<Id>();
  for (let level = others.map(({ id }) => id); level.length > 0; ) {
    for (const id of level) gone.add(id);
    level = all.filter(({ after }) => after !== null && level.includes(after)).map(({ id }) => id);
  }
  return chainOf(all.filter(({ id }) => !gone.has(id))).steps.at(-1)?.id ?? keeps;
}
