import { findIdentifiers } from './find-identifiers.ts';
import { ownNames } from './own-names.ts';
import { isGivenName, isStopWord } from './read-name.ts';
import type { Hit, IdentifierOptions } from './types.ts';

// What stands between the words of a file's name.
const joints = /[_+]|(?<![0-9])\.|\.(?![0-9])|-(?=\p{L})|(?<=\p{L})-/gu;
const nextWord = /^[ ](\p{L}[\p{L}'-]{1,24})/u;
const things = new Set(
  'letter clinic scan report summary discharge referral certificate course audit poster slides talk teaching notes form cbd dops cex mini logbook minutes meeting reflection feedback case history copy final draft signed page part jpg jpeg png pdf docx doc xlsx txt eml hospital trust ward st'.split(
    ' ',
  ),
);
const surnameFirst = /(?<![\p{L}0-9])(\p{Lu}{2,24})[ ](\p{Lu}[\p{Ll}]{1,20})(?![\p{L}0-9])/gu;

const why = 'What may be a person’s name, where everybody reads it first.';

/** A name in a title weighs more than one in a long text. */
const inTitle = (hit: Hit): Hit =>
  hit.rule === 'name' && hit.confidence === 'low' ? { ...hit, confidence: 'medium', why } : hit;

const lies = (hits: readonly Hit[], start: number, end: number) =>
  hits.some((hit) => hit.start < end && start < hit.end);

/** Identifiers in a file's name: as in a title, its underscores and dots read as spaces. Offsets are those of the name. */
export function identifiersInFileName(name: string, options: IdentifierOptions): readonly Hit[] {
  const written = findIdentifiers(name, options).map(inTitle);
  const spaced = identifiersInTitle(name.replace(joints, ' '), options);
  return [...written, ...spaced.filter(({ start, end }) => !lies(written, start, end))]
    .map((hit) => ({ ...hit, text: name.slice(hit.start, hit.end) }))
    .sort((a, b) => a.start - b.start);
}

/** Identifiers in a title: all the rules, and a first name with another word, in whatever letters. */
export function identifiersInTitle(title: string, options: IdentifierOptions): readonly Hit[] {
  const byRules = findIdentifiers(title, options).map(inTitle);
  const isOwn = ownNames(options.names);
  const named: Hit[] = [];
  const add = (start: number, end: number, words: readonly string[]) => {
    if (lies(byRules, start, end) || lies(named, start, end) || isOwn(words)) return;
    named.push({ rule: 'name', start, end, text: title.slice(start, end), confidence: 'medium', why });
  };
  for (const match of title.matchAll(surnameFirst)) {
    const [whole, last = '', first = ''] = match;
    if (isGivenName(first) && !isStopWord(last)) add(match.index, match.index + whole.length, [last, first]);
  }
  for (const match of title.matchAll(/\p{L}[\p{L}'-]{1,24}/gu)) {
    if (!isGivenName(match[0])) continue;
    const end = match.index + match[0].length;
    const next = nextWord.exec(title.slice(end, end + 30));
    const word = next?.[1] ?? '';
    if (next === null || things.has(word.toLowerCase()) || isStopWord(word)) continue;
    add(match.index, end + next[0].length, [match[0], word]);
  }
  return [...byRules, ...named].sort((a, b) => a.start - b.start);
}
