import { type FileBrief, type FileCheck, keptCheckSchema } from '#shared/domain/identifiers/file-check.ts';
import { identifierRulesVersion } from '#shared/domain/identifiers/find-identifiers.ts';
import type { IdentifierOptions } from '#shared/domain/identifiers/types.ts';
import type { Sha256 } from '#shared/domain/ids.ts';
import type { DerivedStore } from '../ports/store.ts';
import { decisionOf, type Hash } from './decision.ts';

/**
 * What files were found to hold, by their hash, the rules' version and what may stay. Kept sealed beside the files; of
 * each, as much as lists need is remembered.
 */
export type KeptChecks = {
  /** Undefined: not checked under these rules and options, as far as was asked for. */
  readonly brief: (file: Sha256, options: IdentifierOptions) => FileBrief | undefined;
  /** Whether it is known by now if the file was checked. */
  readonly asked: (file: Sha256, options: IdentifierOptions) => boolean;
  /** Finds out. Fails with what storage fails with. */
  readonly ask: (file: Sha256, options: IdentifierOptions) => Promise<void>;
  /** With every hit's words and place. */
  readonly full: (file: Sha256, options: IdentifierOptions) => Promise<FileCheck | undefined>;
  readonly note: (file: Sha256, options: IdentifierOptions, check: FileCheck) => Promise<void>;
  /** Forgets what is remembered, not what is kept. */
  readonly forget: () => void;
};

const wholeOnes = 100; // checks held with their words: what one person looks at, and what could not be written

export function createKeptChecks(hash: Hash, derived: DerivedStore): KeptChecks {
  const briefs = new Map<string, FileBrief | null>();
  const whole = new Map<string, FileCheck>();
  const names = new WeakMap<IdentifierOptions, { readonly under: string; readonly slot: string }>();
  const namesOf = (options: IdentifierOptions) => {
    const known = names.get(options);
    if (known !== undefined) return known;
    const made = {
      under: hash(JSON.stringify([identifierRulesVersion, options])),
      // What differs from item to item. The rest changes seldom: its results are written over.
      slot: hash(JSON.stringify([options.colleagues, options.postcodes])).slice(0, 16),
    };
    names.set(options, made);
    return made;
  };
  const keyOf = (file: Sha256, options: IdentifierOptions) => `${file} ${namesOf(options).under}`;
  const pathOf = (file: Sha256, options: IdentifierOptions) => `identifiers ${file} ${namesOf(options).slot}`;

  const remember = (key: string, check: FileCheck) => {
    briefs.set(key, {
      state: check.state,
      hits: check.hits.map((hit) => {
        const { rule, what } = decisionOf(hash, hit);
        return { rule, what, low: hit.confidence === 'low' };
      }),
    });
    whole.delete(key);
    whole.set(key, check);
    const [oldest] = whole.keys();
    if (whole.size > wholeOnes && oldest !== undefined) whole.delete(oldest);
  };

  const read = async (file: Sha256, options: IdentifierOptions): Promise<FileCheck | undefined> => {
    const bytes = await derived.get(pathOf(file, options));
    if (bytes === undefined) return undefined;
    try {
      const { under, check } = keptCheckSchema.parse(JSON.parse(new TextDecoder().decode(bytes)));
      return under === namesOf(options).under ? check : undefined;
    } catch {
      // Of another version: made again.
      return undefined;
    }
  };

  return {
    brief: (file, options) => briefs.get(keyOf(file, options)) ?? undefined,
    asked: (file, options) => briefs.has(keyOf(file, options)),
    ask: async (file, options) => {
      const key = keyOf(file, options);
      if (briefs.has(key)) return;
      const check = await read(file, options);
      // It may have been checked meanwhile.
      if (briefs.has(key)) return;
      if (check === undefined) briefs.set(key, null);
      else remember(key, check);
    },
    full: async (file, options) => whole.get(keyOf(file, options)) ?? (await read(file, options)),
    note: async (file, options, check) => {
      remember(keyOf(file, options), check);
      const kept = { form: 1, under: namesOf(options).under, check };
      await derived.put(pathOf(file, options), new TextEncoder().encode(JSON.stringify(kept)));
    },
    forget: () => {
      briefs.clear();
      whole.clear();
    },
  };
}
