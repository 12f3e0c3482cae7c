import { identifierRulesVersion } from '#shared/domain/identifiers/find-identifiers.ts';
import type { IdentifierOptions } from '#shared/domain/identifiers/types.ts';
import type { Sha256 } from '#shared/domain/ids.ts';
import type { FileCheck } from './file-check.ts';

/** What files were found to hold, by their hash, the rules' version and what was allowed to stay. Nothing of it is kept on disk. */
export type KnownChecks = {
  readonly of: (file: Sha256, options: IdentifierOptions) => FileCheck | undefined;
  readonly note: (file: Sha256, options: IdentifierOptions, check: FileCheck) => void;
  readonly forget: () => void;
};

const remembered = 20_000; // files

export function createKnownChecks(): KnownChecks {
  const known = new Map<string, FileCheck>();
  const keys = new WeakMap<IdentifierOptions, string>();
  const keyOf = (file: Sha256, options: IdentifierOptions) => {
    const under = keys.get(options) ?? JSON.stringify([identifierRulesVersion, options]);
    keys.set(options, under);
    return `${file} ${under}`;
  };
  return {
    of: (file, options) => known.get(keyOf(file, options)),
    note: (file, options, check) => {
      known.set(keyOf(file, options), check);
      const [oldest] = known.keys();
      if (known.size > remembered && oldest !== undefined) known.delete(oldest);
    },
    forget: () => known.clear(),
  };
}
