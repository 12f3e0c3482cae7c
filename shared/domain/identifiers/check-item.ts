import type { EvidenceItem } from '../evidence.ts';
import { answerTexts } from '../evidence-answers.ts';
import type { Portfolio } from '../portfolio.ts';
import { sharedFileOf } from './anonymisation.ts';
import type { RawHit } from './check.ts';
import { identifiersInFileName, identifiersInTitle } from './file-name.ts';
import { findIdentifiers } from './find-identifiers.ts';
import { postcodesIn } from './postcode.ts';
import type { IdentifierSettings } from './settings.ts';
import type { IdentifierOptions } from './types.ts';

type Texts = Pick<
  EvidenceItem,
  'title' | 'place' | 'role' | 'reflection' | 'details' | 'links' | 'attachments' | 'tags'
>;
const aboutComplaint = /complain|serious incident|never event|\bSUI\b|\bPSII\b|coroner|inquest/i;

/** What may stay in an item of this portfolio. In complaints and serious incidents every doctor but the applicant must go. */
export function optionsFor(
  item: Pick<EvidenceItem, 'title' | 'role' | 'place'>,
  { doctor, employer }: Pick<Portfolio, 'doctor' | 'employer'>,
  settings: IdentifierSettings,
): IdentifierOptions {
  return {
    datesOfBirth: settings.datesOfBirth,
    colleagues: aboutComplaint.test(`${item.title} ${item.role}`) ? 'must-go' : 'may-stay',
    names: [doctor.name],
    gmcNumbers: doctor.gmcNumber === null ? [] : [doctor.gmcNumber],
    postcodes: postcodesIn(`${employer}\n${item.place}`),
    hospitalPostcodes: settings.hospitalPostcodes ?? [],
    hospitalPatterns: settings.hospitalPatterns,
  };
}

/** Every text of the item itself, by the name of its field. */
function* textsOf(item: Texts): Generator<readonly [field: string, text: string]> {
  yield ['title', item.title];
  yield ['place', item.place];
  yield ['role', item.role];
  yield ['reflection', item.reflection];
  for (const [field, answer] of Object.entries(item.details)) {
    yield [`details.${field}`, answerTexts({ [field]: answer }).join('\n')];
  }
  for (const { capability, pages, note, passage } of item.links) {
    yield [`links.${capability}`, [pages, note, passage?.quote ?? ''].join('\n')];
  }
  yield ['tags', (item.tags ?? []).join('\n')];
}

/** Identifiers in an item's own words and in the names of its files. */
export function hitsOfItem(item: Texts, options: IdentifierOptions): readonly RawHit[] {
  const hits: RawHit[] = [];
  for (const [field, text] of textsOf(item)) {
    const found = field === 'title' ? identifiersInTitle(text, options) : findIdentifiers(text, options);
    for (const { rule, confidence, why, text: written } of found) {
      hits.push({ rule, confidence, why, text: written, place: { kind: 'field', field } });
    }
  }
  for (const attachment of item.attachments) {
    const { hash: file, name } = sharedFileOf(attachment);
    for (const { rule, confidence, why, text } of identifiersInFileName(name, options)) {
      hits.push({ rule, confidence, why, text, place: { kind: 'file-name', file } });
    }
  }
  return hits;
}
