import { canonicalJson } from '../canonical.ts';
import type { Sha256 } from '../ids.ts';

type Content = {
  readonly collection: string;
  readonly id: string;
  readonly parents: readonly Sha256[];
  readonly value: object | null;
};

/** Canonical JSON (RFC 8785) of a revision: its SHA-256 is the revision's name. Parents are part of it, as in Git. */
export const contentOf = ({ collection, id, parents, value }: Content): string =>
  `{"collection":${JSON.stringify(collection)},"id":${JSON.stringify(id)},"parents":${JSON.stringify(parents)},"value":${value === null ? 'null' : canonicalJson(value)}}`;
