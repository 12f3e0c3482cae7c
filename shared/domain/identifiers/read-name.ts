import givenNames from './given-names.json' with { type: 'json' };

const given = new Set(givenNames);

/** Letters alone, lower case, without accents: how names are compared. */
export const nameKey = (word: string): string =>
  word
    .replaceAll('ł', 'l')
    .replaceAll('Ł', 'L')
    .normalize('NFD')
    .replace(/[^\p{L}]/gu, '')
    .toLowerCase();
export const isGivenName = (word: string): boolean => given.has(nameKey(word.split('-')[0] ?? ''));

// Words with a capital that stand behind a name without being part of it.
const stops = new Set(
  'dob born date nhs chi hosp hospital mrn unit ward bed age aged address addr tel telephone phone mobile email gp sex gender male female no number ref re dear diagnosis diagnoses consultant registrar clinic surname forename forenames forename(s) first last family given name names title details nok next of kin the this that these i we he she it they his her my your our thank thanks many with from and or but is was has had will would can please seen admitted discharged referred presented attended today on in at to for by as if when problem problems history plan outcome postcode patient patients trainee assessor status department mr mrs ms miss dr prof sir madam colleague colleagues all team doctor both editor reader friends parents everyone sister nurse staff signature signed designation grade role'.split(
    ' ',
  ),
);
export const isStopWord = (word: string): boolean => stops.has(word.toLowerCase().replace(/[.,:]+$/, ''));

// A nought, one or five between letters is what a scan makes of o, l and s.
const word = /[ \t]{0,2}((?:\p{Lu}(?:['\p{L}-]|[015](?=\p{L})){1,30}|\p{Lu}\b)\.?)/uy;
const particle = /[ \t]{0,2}\b(?:van|der|den|de|la|le|von|bin|bint|al|el|da|dos|di|ter|ten)\b(?=[ \t])/y;
const comma = /,[ \t]{0,2}(?=\p{Lu})/uy;

/** Particles begin with a small letter: nothing else needs the slower look. */
function beginsSmall(text: string, place: number): boolean {
  let letter = text.charCodeAt(place);
  for (let next = place + 1; letter === 32 || letter === 9; next += 1) letter = text.charCodeAt(next);
  return letter >= 97 && letter <= 122;
}

export type ReadName = { readonly end: number; readonly words: readonly string[] };

const at = (pattern: RegExp, text: string, place: number) => {
  pattern.lastIndex = place;
  return pattern.exec(text);
};

/**
 * Reads a name that begins at `start`: at most `most` capitalised words with their particles, one comma between them where
 * `withComma`. Ends before words that are labels or begin a sentence. Undefined when there is none.
 */
export function readName(text: string, start: number, most = 4, withComma = false): ReadName | undefined {
  const words: string[] = [];
  let place = start;
  let end = start;
  let commas = withComma ? 1 : 0;
  while (words.length < most) {
    const between = beginsSmall(text, place) ? at(particle, text, place) : null;
    if (between !== null) {
      place += between[0].length;
      continue;
    }
    const next = at(word, text, place);
    const found = next?.[1];
    if (next === null || found === undefined || isStopWord(found)) break;
    // A label glued to what follows ("Smith Address:") or a heading is no part of the name.
    const behind = text.slice(place + next[0].length, place + next[0].length + 2);
    if (words.length > 0 && behind.startsWith(':')) break;
    words.push(found.replace(/\.$/, ''));
    place += next[0].length;
    // A full stop behind a whole word ends the sentence and the name.
    const ends = found.endsWith('.') && found.length > 3;
    end = ends ? place - 1 : place;
    if (ends) break;
    const pause = commas > 0 ? at(comma, text, place) : null;
    if (pause !== null) {
      place += pause[0].length;
      commas -= 1;
    }
  }
  return words.length === 0 ? undefined : { end, words };
}
