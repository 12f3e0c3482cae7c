import fc from 'fast-check';

/** One site of a portfolio, as the laws of merging see it. `P`: what it sends to another. */
export type Replica<P> = {
  /** Text null deletes. Returns the new revision and what it follows. */
  readonly edit: (
    record: number,
    text: string | null,
    sealed: boolean,
    settles: boolean,
  ) => Promise<{ readonly revision: string; readonly parents: readonly string[] }>;
  /** The shown one first. */
  readonly heads: (record: number) => readonly { readonly revision: string; readonly sealed: boolean }[];
  readonly knows: (record: number) => Promise<ReadonlySet<string>>;
  readonly pack: (records: readonly number[], depth: 'heads' | 'all') => Promise<P>;
  readonly receive: (parcel: P) => Promise<void>;
  /** Changes when anything was written. */
  readonly written: () => string;
  readonly reopen: () => Promise<void>;
};
export type Kit<P> = {
  readonly replica: (site: number) => Promise<Replica<P>>;
  /** The same parcel without one of its newest revisions. */
  readonly thinner: (parcel: P) => P;
};

export const recordCount = 3;
const site = fc.nat(4);
const record = fc.nat(recordCount - 1);
const records = fc.subarray([0, 1, 2], { minLength: 1 });
const depth = fc.constantFrom('heads', 'all');
const text = fc.constantFrom('a', 'b', 'c', 'd');

const stepArbitrary = fc.oneof(
  {
    weight: 8,
    arbitrary: fc.record({
      is: fc.constant('edit'),
      site,
      record,
      text: fc.option(text, { freq: 7 }),
      sealed: fc.boolean(),
    }),
  },
  { weight: 2, arbitrary: fc.record({ is: fc.constant('settle'), site, record, text }) },
  {
    weight: 5,
    arbitrary: fc.record({ is: fc.constant('meet'), site, to: site, records, depth, thin: fc.boolean() }),
  },
  { weight: 3, arbitrary: fc.record({ is: fc.constant('post'), site, records, depth, thin: fc.boolean() }) },
  { weight: 3, arbitrary: fc.record({ is: fc.constant('deliver'), site, parcel: fc.nat(20) }) },
  { weight: 1, arbitrary: fc.record({ is: fc.constant('reopen'), site }) },
);
export const historyArbitrary = fc.record({
  sites: fc.integer({ min: 3, max: 5 }),
  steps: fc.array(stepArbitrary, { minLength: 4, maxLength: 40, size: 'max' }),
  /** In which order they meet in the end: a seed. */
  shuffle: fc.nat(1e6),
  lastDepth: depth,
});
export type MergeHistory = typeof historyArbitrary extends fc.Arbitrary<infer H> ? H : never;

type Truth = Map<string, { readonly parents: readonly string[]; readonly sealed: boolean }>;

/** `divided`: some record ended with more than one newest version. */
export type Played = { readonly broken: readonly string[]; readonly divided: boolean };

type Law = (name: string, holds: boolean) => void;
const sorted = (revisions: Iterable<string>) => [...revisions].sort().join(' ');

/** The newest of everything anybody ever wrote: those nothing else follows. */
function newestOf(truth: Truth): string {
  const followed = new Set([...truth.values()].flatMap(({ parents }) => parents));
  return sorted([...truth.keys()].filter((revision) => !followed.has(revision)));
}

function shuffled<T>(items: readonly T[], seed: number): readonly T[] {
  let state = seed + 1;
  const next = () => {
    state = (state * 48271) % 2147483647;
    return state;
  };
  return items
    .map((item) => [next(), item] as const)
    .sort(([a], [b]) => a - b)
    .map(([, item]) => item);
}

/** A merge took place: what is shown is ours, or follows ours, or is sealed; and a sealed one is shown where there is one. */
function checkShown(
  law: Law,
  before: ReturnType<Replica<unknown>['heads']>,
  after: ReturnType<Replica<unknown>['heads']>,
): void {
  if (sorted(before.map(({ revision }) => revision)) === sorted(after.map(({ revision }) => revision))) {
    law('nothing moves where nothing arrived', before[0]?.revision === after[0]?.revision);
    return;
  }
  const [ours] = before;
  const [shown] = after;
  const stays = after.some(({ revision }) => revision === ours?.revision);
  if (after.some(({ sealed }) => sealed)) law('a sealed version is shown', shown?.sealed === true);
  if (stays && (ours?.sealed === true || !after.some(({ sealed }) => sealed))) {
    law('ours stays in view', shown?.revision === ours?.revision);
  }
}

async function receive<P>(law: Law, to: Replica<P>, parcel: P): Promise<void> {
  const before = Array.from({ length: recordCount }, (_, index) => to.heads(index));
  await to.receive(parcel);
  for (const [index, heads] of before.entries()) checkShown(law, heads, to.heads(index));
  const written = to.written();
  await to.receive(parcel);
  law('the same again changes nothing', to.written() === written);
}

/**
 * Plays a history and then lets everybody meet everybody. Returns which laws were broken: the sites must hold the
 * same newest revisions, which are those of everything that was ever written; nothing written may be unknown anywhere.
 */
export async function playHistory<P>(kit: Kit<P>, history: MergeHistory): Promise<Played> {
  const broken = new Set<string>();
  const law: Law = (name, holds) => {
    if (!holds) broken.add(name);
  };
  const { sites, steps, shuffle, lastDepth } = history;
  const replicas: Replica<P>[] = [];
  for (let number = 0; number < sites; number += 1) replicas.push(await kit.replica(number));
  const at = (number: number): Replica<P> => replicas[number % sites] as Replica<P>;
  const truths = Array.from({ length: recordCount }, (): Truth => new Map());
  const mail: P[] = [];
  const write = async (
    number: number,
    index: number,
    now: string | null,
    sealed: boolean,
    settles: boolean,
  ) => {
    const { revision, parents } = await at(number).edit(index, now, sealed, settles);
    truths[index]?.set(revision, { parents, sealed });
    law('what was just written is shown', at(number).heads(index)[0]?.revision === revision);
    if (settles) law('settling leaves one', at(number).heads(index).length === 1);
  };
  const packed = async (step: { site: number; records: number[]; depth: 'heads' | 'all'; thin: boolean }) => {
    const parcel = await at(step.site).pack(step.records, step.depth);
    return step.thin ? kit.thinner(parcel) : parcel;
  };

  for (const step of steps) {
    if (step.is === 'edit')
      await write(step.site, step.record, step.text, step.sealed && step.text !== null, false);
    if (step.is === 'settle') await write(step.site, step.record, step.text, false, true);
    if (step.is === 'meet') await receive(law, at(step.to), await packed(step));
    if (step.is === 'post') mail.push(await packed(step));
    if (step.is === 'deliver' && mail.length > 0) {
      await receive(law, at(step.site), mail[step.parcel % mail.length] as P);
    }
    if (step.is === 'reopen') await at(step.site).reopen();
  }

  // Two who get all the mail, one of them the other way round, know the same.
  const [one, other] = [await kit.replica(sites), await kit.replica(sites + 1)];
  for (const parcel of mail) await receive(law, one, parcel);
  for (const parcel of shuffled(mail, shuffle)) await receive(law, other, parcel);
  for (let index = 0; index < recordCount; index += 1) {
    const [a, b] = [one, other].map((replica) =>
      sorted(replica.heads(index).map(({ revision }) => revision)),
    );
    law('the order of parcels does not matter', a === b);
  }

  const pairs = replicas.flatMap((from) =>
    replicas.filter((to) => to !== from).map((to) => [from, to] as const),
  );
  // Twice round: what reached somebody late is passed on.
  for (const [from, to] of [...shuffled(pairs, shuffle), ...shuffled(pairs, shuffle + 1)]) {
    await receive(law, to, await from.pack([0, 1, 2], lastDepth));
  }
  for (const [index, truth] of truths.entries()) {
    const newest = newestOf(truth);
    for (const replica of replicas) {
      law('sites converge', sorted(replica.heads(index).map(({ revision }) => revision)) === newest);
      const known = await replica.knows(index);
      for (const [revision, { sealed }] of truth) {
        law(sealed ? 'no sealed version is lost' : 'no edit is lost', known.has(revision));
      }
    }
  }
  return { broken: [...broken], divided: truths.some((truth) => newestOf(truth).includes(' ')) };
}
