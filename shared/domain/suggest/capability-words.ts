import { fold } from '../evidence-list/fold.ts';
import type { EvidenceTypeId } from '../evidence-types.ts';
import type { GuidancePack } from '../guidance-pack.ts';

/** A capability a text may be about. `says`: the code itself, or the words of the guidance that occur in it. */
export type CapabilityFound = {
  readonly code: string;
  readonly by: 'code' | 'words' | 'rule';
  readonly says: readonly string[];
};

/** Words that every page of every guidance has. */
const common = new Set(
  "able about across activity acute and appropriate appropriately are care clinical doctor effective effectively ensure for from function good health including into its manage managing management medical medicine patient patients practice professional provide providing related requires role skills specialty successfully the their this through using when while with within work working delivering delivers evidence patients'".split(
    ' ',
  ),
);
const most = 3;

/** Rough stems: `teaching` and `teacher`, `resuscitation` and `resuscitate` meet. */
const stem = (word: string) =>
  word.length <= 4
    ? word
    : word.replace(/(?:isations?|izations?|ations?|ating|ated|ate|ing|ers?|ed|es|s|al|ly)$/, '');

const wordsOf = (text: string): readonly string[] =>
  fold(text)
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word.length > 2 && !common.has(word));

type PackWords = {
  /** Stem to the capabilities whose words have it. */
  readonly places: ReadonlyMap<string, ReadonlySet<string>>;
};
const known = new WeakMap<GuidancePack, PackWords>();

function packWords(pack: GuidancePack): PackWords {
  const made = known.get(pack);
  if (made !== undefined) return made;
  const places = new Map<string, Set<string>>();
  for (const { code, title, themes } of pack.capabilities) {
    for (const word of wordsOf([title, ...themes.map((theme) => theme.title)].join(' '))) {
      const codes = places.get(stem(word)) ?? new Set<string>();
      codes.add(code);
      places.set(stem(word), codes);
    }
  }
  known.set(pack, { places });
  return { places };
}

const escaped = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

/** How each code of a guidance is looked for in a text. */
const codePatterns = new WeakMap<GuidancePack, readonly (readonly [code: string, pattern: RegExp])[]>();

function patternsOf(pack: GuidancePack) {
  const made =
    codePatterns.get(pack) ??
    pack.capabilities.map(({ code }) => {
      const loose = escaped(code).replace(/([A-Za-z])(?=\d)/g, '$1[ -]?');
      return [code, new RegExp(`(?<![\\p{L}\\p{N}])${loose}(?![\\p{L}\\p{N}])`, 'iu')] as const;
    });
  codePatterns.set(pack, made);
  return made;
}

/** Codes written in a text as such: `G4`, `IM 7`, not within another word. */
export function codesNamed(pack: GuidancePack, text: string): readonly string[] {
  const written = text.replaceAll('_', ' ');
  return patternsOf(pack)
    .filter(([, pattern]) => pattern.test(written))
    .map(([code]) => code);
}

/**
 * Capabilities a text may show, the likeliest first, three at most: those it names by code, those whose own words it
 * uses, and, where that is none, those whose rules alone ask for this type.
 */
export function capabilitiesFound(
  pack: GuidancePack,
  text: string,
  type: EvidenceTypeId | null,
): readonly CapabilityFound[] {
  const coded = codesNamed(pack, text).map((code) => ({ code, by: 'code' as const, says: [code] }));
  if (coded.length > 0) return coded.slice(0, most);
  const { places } = packWords(pack);
  const scores = new Map<string, { score: number; says: string[] }>();
  for (const word of new Set(wordsOf(text))) {
    const codes = places.get(stem(word)) ?? new Set<string>();
    for (const code of codes) {
      const score = scores.get(code) ?? { score: 0, says: [] };
      // A word that few capabilities use says more.
      score.score += 1 / codes.size;
      score.says.push(word);
      scores.set(code, score);
    }
  }
  const worded = [...scores]
    .filter(([, { score }]) => score >= 0.5)
    .sort(([, a], [, b]) => b.score - a.score)
    .slice(0, most)
    .map(([code, { says }]) => ({ code, by: 'words' as const, says: says.slice(0, 4) }));
  if (worded.length > 0 || type === null) return worded;
  const ruled = pack.capabilities.filter(({ expectations }) =>
    expectations.some(({ types }) => types.includes(type)),
  );
  return ruled.length > most ? [] : ruled.map(({ code }) => ({ code, by: 'rule' as const, says: [] }));
}
