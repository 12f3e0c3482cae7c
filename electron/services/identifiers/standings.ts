import type { EvidenceItem } from '#shared/domain/evidence.ts';
import { sharedHashesOf } from '#shared/domain/identifiers/anonymisation.ts';
import { optionsFor } from '#shared/domain/identifiers/check-item.ts';
import type { ItemStanding } from '#shared/domain/identifiers/summary.ts';
import type { IdentifierOptions } from '#shared/domain/identifiers/types.ts';
import type { Id, Sha256 } from '#shared/domain/ids.ts';
import type { Portfolio } from '#shared/domain/portfolio.ts';
import type { OpenVault, PortfolioStore, Ports } from '../ports.ts';
import { identifierSettingsOf } from '../settings.ts';
import { dismissalsOf } from './dismissals.ts';
import { itemStandingOf, type OwnHit, ownHitsOf } from './item-standing.ts';
import { createKeptChecks, type KeptChecks } from './kept-checks.ts';

/** Where the items of an open portfolio stand with the identifier check; follows every change. */
export type Standings = {
  /** As far as it is worked out; undefined: not yet. */
  readonly of: (id: Id) => ItemStanding | undefined;
  /** Works out those of these that wait. Lets others have their turn. */
  readonly settle: (ids: Iterable<Id>) => Promise<void>;
  /** What may stay in an item. The same answer is the same object. */
  readonly optionsOf: (item: EvidenceItem) => IdentifierOptions;
  readonly checks: KeptChecks;
  /** A file was checked. */
  readonly checked: (file: Sha256) => void;
  /** Called when what `of` says may have changed. */
  readonly onChanged: (listener: () => void) => void;
  /** Stops, and waits until nothing is being worked out. */
  readonly close: () => Promise<void>;
};

const soon = 700; // milliseconds: the first look at a portfolio comes first
/** How long is worked before others have their turn, and how long they have it, in milliseconds. */
type Pace = { readonly turn: number; readonly rest: number };
const promptly: Pace = { turn: 10, rest: 2 };
// Nobody waits for it: whoever opens a screen meanwhile must hardly notice.
const byAndBy: Pace = { turn: 3, rest: 40 };
const atOnce = 200; // items worked out before listeners are told

// Keeps a command alive that waits for it.
const pause = (time: number) => new Promise<void>((resolve) => setTimeout(resolve, time));

/** @param byItself whether what is kept is taken in without anybody asking. */
export function createStandings(
  { hash, log }: Pick<Ports, 'hash' | 'log'>,
  { store, about }: { readonly store: PortfolioStore; readonly about: () => Portfolio },
  vault: OpenVault,
  byItself: boolean,
): Standings {
  const checks = createKeptChecks(hash, store.derived);
  const known = new Map<Id, ItemStanding>();
  const waiting = new Set<Id>(store.all('evidence').keys());
  const listeners: (() => void)[] = [];
  const withFile = new Map<Sha256, Set<Id>>();
  const own = new WeakMap<EvidenceItem, readonly [IdentifierOptions, readonly OwnHit[]]>();
  const options = new Map<string, IdentifierOptions>();
  let dismissals = dismissalsOf(vault);
  let settings = JSON.stringify(identifierSettingsOf(vault));
  let stopped = false;
  let timer: NodeJS.Timeout | undefined;
  let working: Promise<void> = Promise.resolve();

  const follow = (item: EvidenceItem) => {
    for (const file of sharedHashesOf(item)) {
      const items = withFile.get(file) ?? new Set();
      withFile.set(file, items.add(item.id));
    }
  };
  for (const item of store.all('evidence').values()) follow(item);

  const optionsOf = (item: EvidenceItem) => {
    const made = optionsFor(item, about(), identifierSettingsOf(vault));
    const key = JSON.stringify(made);
    const before = options.get(key) ?? made;
    options.set(key, before);
    return before;
  };
  const ownHits = (item: EvidenceItem, asked: IdentifierOptions) => {
    const before = own.get(item);
    if (before?.[0] === asked) return before[1];
    const hits = ownHitsOf(hash, item, asked);
    own.set(item, [asked, hits]);
    return hits;
  };

  /** @returns whether it could be worked out: a file's check may still have to be fetched. */
  const refresh = (id: Id): boolean => {
    const item = store.get('evidence', id);
    if (item === undefined) {
      known.delete(id);
      waiting.delete(id);
      return true;
    }
    const asked = optionsOf(item);
    if (!sharedHashesOf(item).every((file) => checks.asked(file, asked))) return false;
    const brief = (file: Sha256) => checks.brief(file, asked);
    known.set(
      id,
      itemStandingOf(item, ownHits(item, asked), brief, (key) => dismissals.has(key)),
    );
    waiting.delete(id);
    return true;
  };
  const workOut = async (id: Id) => {
    while (waiting.has(id) && !refresh(id)) {
      const item = store.get('evidence', id);
      if (item === undefined) continue;
      const asked = optionsOf(item);
      for (const file of sharedHashesOf(item)) await checks.ask(file, asked);
    }
  };
  const tell = () => {
    for (const listener of listeners) listener();
  };

  const settle = async (ids: Iterable<Id>, pace = promptly) => {
    let since = performance.now();
    for (const id of ids) {
      if (stopped) return;
      if (!waiting.has(id)) continue;
      await workOut(id);
      if (performance.now() - since < pace.turn) continue;
      await pause(pace.rest);
      since = performance.now();
    }
  };
  const settleAll = async () => {
    while (waiting.size > 0 && !stopped) {
      await settle([...waiting].slice(0, atOnce), byAndBy);
      tell();
    }
  };
  const settleSoon = (after: number) => {
    if (!byItself || stopped || timer !== undefined) return;
    timer = setTimeout(() => {
      timer = undefined;
      working = settleAll().catch(() => {
        if (!stopped) log('standings-failed', {});
      });
    }, after).unref();
  };

  const changed = (ids: Iterable<Id>) => {
    const since = performance.now();
    for (const id of ids) {
      waiting.add(id);
      if (performance.now() - since < promptly.turn) refresh(id);
    }
    tell();
    if (waiting.size > 0) settleSoon(promptly.rest);
  };
  const changedAll = () => changed(store.all('evidence').keys());

  const unfollow = [
    store.onCommit((changes) => {
      if (changes.some(({ collection }) => collection === 'portfolio')) return changedAll();
      const ids: Id[] = [];
      for (const { collection, id, value } of changes) {
        if (collection !== 'evidence') continue;
        ids.push(id);
        if (value !== null) follow(value);
      }
      if (ids.length > 0) changed(ids);
    }),
    vault.profile.onCommit((changes) => {
      const now = JSON.stringify(identifierSettingsOf(vault));
      const decided = changes.some(({ collection }) => collection === 'dismissals');
      if (!decided && now === settings) return;
      settings = now;
      if (decided) dismissals = dismissalsOf(vault);
      changedAll();
    }),
  ];
  settleSoon(soon);

  return {
    of: (id) => known.get(id),
    settle: (ids) => settle(ids),
    optionsOf,
    checks,
    checked: (file) => changed(withFile.get(file) ?? []),
    onChanged: (listener) => listeners.push(listener),
    close: async () => {
      stopped = true;
      clearTimeout(timer);
      for (const remove of unfollow) remove();
      await working;
    },
  };
}
