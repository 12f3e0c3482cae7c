import type { Sha256 } from '../ids.ts';
import type { MergeKind } from '../revisions.ts';

/** A newest revision as merging sees it. */
export type KnownHead = { readonly revision: Sha256; readonly sealed: boolean };

/** What a vault knows of one record: its newest revisions, and the ancestry behind them, down to the first version. */
export type KnownRecord = {
  /** The shown one first. Empty: there never was such a record. */
  readonly heads: readonly KnownHead[];
  /** Parents of every revision known here, whether its value is kept or not. */
  readonly parents: ReadonlyMap<Sha256, readonly Sha256[]>;
  /** Those known by name alone: their value, should it arrive, is worth keeping. */
  readonly named: ReadonlySet<Sha256>;
};

/** A revision that arrives. What it says of itself was checked, where it has a value. */
export type IncomingRevision = {
  readonly revision: Sha256;
  readonly parents: readonly Sha256[];
  readonly valued: boolean;
  readonly sealed: boolean;
};

/** A version to keep. `over`: the newest revisions it takes the place of; null: it was superseded before it came. */
export type PlannedVersion = { readonly revision: Sha256; readonly over: readonly Sha256[] | null };

export type RecordPlan = {
  readonly kind: MergeKind;
  /** New names in the ancestry, without values. */
  readonly names: readonly Sha256[];
  /** New values, every one after those it follows; the newest last, and among them the one that is to be shown first. */
  readonly versions: readonly PlannedVersion[];
  /** The newest revisions afterwards, the shown one first, the others in order. */
  readonly heads: readonly Sha256[];
};
