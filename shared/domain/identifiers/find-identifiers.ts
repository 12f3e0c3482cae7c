import { agesWithDates } from './age-with-date.ts';
import { agedNames } from './aged-name.ts';
import { chiNumbers } from './chi-number.ts';
import { colleagueNames } from './colleague.ts';
import { columnNames } from './column-name.ts';
import { datesOfBirth } from './date-of-birth.ts';
import { emails } from './email.ts';
import { flatten } from './flatten.ts';
import { gmcNumbers } from './gmc-number.ts';
import { hospitalNumbers } from './hospital-number.ts';
import { labelledNames } from './labelled-name.ts';
import { letterReferences } from './letter-reference.ts';
import { links } from './link.ts';
import { listedNames } from './listed-name.ts';
import { namedAgain } from './named-again.ts';
import { nhsNumbers } from './nhs-number.ts';
import { resolveOverlaps } from './overlaps.ts';
import { phones } from './phone.ts';
import { postcodes } from './postcode.ts';
import { streetAddresses } from './street-address.ts';
import { titledNames } from './titled-name.ts';
import type { Hit, IdentifierOptions, IdentifierRule, Rule } from './types.ts';

/** Raise it when a rule changes: what was found by older rules is looked for again. */
export const identifierRulesVersion = 2;

/** Each rule's parts. Tests time every one of them alone. */
export const ruleParts: readonly (readonly [IdentifierRule, Rule])[] = [
  ['nhs-number', nhsNumbers],
  ['chi-number', chiNumbers],
  ['email', emails],
  ['link', links],
  ['gmc-number', gmcNumbers],
  ['hospital-number', hospitalNumbers],
  ['letter-reference', letterReferences],
  ['date-of-birth', datesOfBirth],
  ['phone', phones],
  ['postcode', postcodes],
  ['street-address', streetAddresses],
  ['name', titledNames],
  ['name', labelledNames],
  ['name', columnNames],
  ['name', listedNames],
  ['name', agedNames],
  ['colleague', colleagueNames],
  ['age-with-date', agesWithDates],
];

/**
 * What in a text may point to a person (GMC's list: domain research 1.6 and 7.2), in order of place, no two over each other.
 * A help for somebody who reads every page, never a proof: no hits do not mean that nothing is there.
 */
export function findIdentifiers(text: string, options: IdentifierOptions): readonly Hit[] {
  const flat = flatten(text);
  const candidates = ruleParts.flatMap(([rule, find]) =>
    find(flat, options).map((found) => ({ ...found, rule })),
  );
  const named = candidates.filter(({ rule, confidence }) => rule === 'name' && confidence !== 'low');
  const again = namedAgain(flat, named).map((found) => ({ ...found, rule: 'name' as const }));
  return resolveOverlaps(text, [...candidates, ...again]);
}
