import { after, before, eachMatch } from './context.ts';
import hospitals from './hospital-postcodes.json' with { type: 'json' };
import type { Rule } from './types.ts';

// The 124 areas of Royal Mail: most made-up codes and many abbreviations begin with none of them.
const areas =
  'AB|AL|BA|BB|BD|BH|BL|BN|BR|BS|BT|B|CA|CB|CF|CH|CM|CO|CR|CT|CV|CW|DA|DD|DE|DG|DH|DL|DN|DT|DY|EC|EH|EN|EX|E|FK|FY|GL|GU|GY|G|HA|HD|HG|HP|HR|HS|HU|HX|IG|IM|IP|IV|JE|KA|KT|KW|KY|LA|LD|LE|LL|LN|LS|LU|L|ME|MK|ML|M|NE|NG|NN|NP|NR|NW|N|OL|OX|PA|PE|PH|PL|PO|PR|RG|RH|RM|SA|SE|SG|SK|SL|SM|SN|SO|SP|SR|SS|ST|SW|SY|S|TA|TD|TF|TN|TQ|TR|TS|TW|UB|WA|WC|WD|WF|WN|WR|WS|WV|W|YO|ZE';
// The last two letters are never C, I, K, M, O or V.
const pattern = new RegExp(
  `(?<![A-Z0-9])(?:${areas})[0-9][A-Z0-9]?[ ]{0,2}\\n?[0-9O][ABD-HJLNP-UW-Z]{2}(?![0-9]|[A-Z](?![a-z]))`,
  'gi',
);
const institution =
  /hospital|infirmary|\btrust\b|university|college|surgery|medical|clinic|health centre|headquarters/i;
const near = 160; // characters: a letter's head

export const postcodeKey = (written: string): string => written.toUpperCase().replace(/[^A-Z0-9]/g, '');

const known = new Set(hospitals.map(postcodeKey));

/** Every postcode in a text that has them, as keys: of an employer's address, for instance. */
export const postcodesIn = (text: string): readonly string[] =>
  [...text.matchAll(pattern)].map(([written]) => postcodeKey(written));

/**
 * Postcodes. A large hospital's own, and those of the places where the doctor worked, are left out where the words around
 * them speak of an institution; alone they are shown, for somebody may live there.
 */
export const postcodes: Rule = (text, options) => {
  const own = new Set([...options.postcodes, ...options.hospitalPostcodes].map(postcodeKey));
  return eachMatch(text, pattern, (match) => {
    const { 0: written, index: start } = match;
    const end = start + written.length;
    const lower = written !== written.toUpperCase();
    // "a1 2nd", "b12 1st": lower case needs the whole form, with four letters or digits before the gap at most.
    if (lower && /(?:st|nd|rd|th)$/i.test(written)) return undefined;
    const key = postcodeKey(written);
    if (own.has(key)) return undefined;
    const institutional = institution.test(`${before(text, start, near)}\n${after(text, end, 60)}`);
    if (institutional && known.has(key)) return undefined;
    return {
      start,
      end,
      confidence: institutional || lower ? 'medium' : 'high',
      why: institutional
        ? 'A postcode. It may be that of a hospital or practice; a home’s must go.'
        : 'A postcode: an address can be found by it.',
    };
  });
};
