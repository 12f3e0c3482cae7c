import { after, before, eachMatch } from './context.ts';
import type { Rule } from './types.ts';

const kinds =
  'Road|Rd|Street|St|Avenue|Ave|Lane|Ln|Close|Drive|Dr|Crescent|Cres|Court|Ct|Gardens|Gdns|Place|Terrace|Terr|Way|Grove|Park|Hill|Square|Sq|Mews|Walk|View|Row|Green|Parade|Rise|Fold|Croft|Quay|Wharf|Broadway|Heol|Ffordd|Stryd|Parc|Cwrt';
const part = "[A-Z][A-Za-z'.]{0,20}";
const numbered = new RegExp(
  `(?:\\b(?:Flat|Apartment|Apt|Unit|Room)[ ][0-9]{1,4}[A-Za-z]?,?[ ])?(?<![0-9/.])(?<![0-9]:)[0-9]{1,4}[A-Za-z]?,?[ ](?:${part}[ ]){0,3}(?:${kinds})\\b(?:[ ](?:North|South|East|West|${kinds})\\b)?`,
  'g',
);
const theOnes =
  /(?<![0-9/.])(?<![0-9]:)[0-9]{1,4}[A-Za-z]?,?[ ](?:The[ ][A-Z][a-z]{3,20}|[A-Z][a-z]{2,12}(?:hill|wood|field|side|gate|dale|croft|mead))\b/g;
const welsh =
  /(?<![0-9/.])(?<![0-9]:)[0-9]{1,4}[A-Za-z]?,?[ ](?:Heol|Ffordd|Stryd|Cwrt|Maes|Clos|Rhodfa|Bryn|Tan)(?:[ ](?:[A-Z][a-z]{0,20}|y|yr|las|fawr|isaf|uchaf)){1,3}\b/g;
const house = new RegExp(
  `\\b(?:The[ ])?${part}[ ](?:Cottage|House|Farm|Lodge|Rectory|Vicarage|Barn|Bungalow|Villa|Manor|Grange),[ ](?:${part}[ ]){0,3}(?:${kinds})\\b`,
  'g',
);
const institution =
  /hospital|infirmary|\btrust\b|university|college|surgery|medical (?:practice|centre)|clinic\b/i;

/** Streets with a number or a house's name. Those in a hospital's own address rank lower. */
export const streetAddresses: Rule = (text) => {
  const place = ({ 0: written, index: start }: RegExpExecArray) => {
    const end = start + written.length;
    // Doses and lists have numbers and capitals too: "2 Hill" alone is none, nor "10 Way".
    if (/^[0-9]{1,4}[A-Za-z]?,?[ ][A-Za-z]+$/.test(written) && !/[ ](?:[A-Z][a-z]{4,})$/.test(written)) {
      return undefined;
    }
    const line = `${before(text, start, 80)}${after(text, end, 50)}`;
    const isInstitution = institution.test(line);
    return {
      start,
      end,
      confidence: isInstitution ? 'low' : 'high',
      why: isInstitution
        ? 'A street, by the words around it that of a hospital or practice. A home’s must go.'
        : 'A street with a house number or name: patients’ and relatives’ addresses must go.',
    } as const;
  };
  return [
    ...eachMatch(text, numbered, place),
    ...eachMatch(text, welsh, place),
    ...eachMatch(text, house, place),
    ...eachMatch(text, theOnes, (match) => ({
      ...place(match),
      ...{
        start: match.index,
        end: match.index + match[0].length,
        confidence: 'medium',
        why: 'A number and a name as in an address.',
      },
    })),
  ];
};
