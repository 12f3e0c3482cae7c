/** The fault codes of `guidance check`, as they are said beside a pack's own parts. */
const words: Readonly<Record<string, string>> = {
  missing: 'is missing',
  'unknown-key': 'is not a part of a pack',
  'wrong-kind': 'is of the wrong kind',
  'wrong-format': 'is not written as it should be',
  'not-an-option': 'is not one of the choices',
  invalid: 'cannot be used',
  'too-small': 'is empty or too small',
  'too-large': 'is too long or too large',
  'pack-id': 'may hold small letters, digits and dashes only, and begins with a letter or digit',
  'pack-version': 'has to be three numbers with dots, such as 1.0.0',
  'version-not-raised':
    'has to be higher than the one kept before, and than that of the shipped pack of this name',
  'capability-code': 'may hold up to 16 letters, digits, dots and dashes',
  'detail-key': 'is not the name of a field',
  'not-a-guid': 'is not a GUID',
  'duplicate-source': 'is there twice',
  'duplicate-capability': 'is used by another capability',
  'duplicate-theme': 'is used by another theme',
  'duplicate-expectation': 'is used by another expectation',
  'duplicate-reminder': 'is used by another note',
  'duplicate-section': 'is used by another section',
  'duplicate-type': 'is named twice',
  'duplicate-identifier': 'is named twice',
  'unknown-source': 'names a source that is not in the list',
  'unknown-capability': 'names a capability that is not in the pack',
  'unknown-field': 'names a field that these types do not have',
  'needs-types': 'needs types to narrow',
  'not-a-choice': 'names a field without choices',
  'no-cases': 'has a type that records no cases to count',
  'no-hours': 'has a type that records no hours to count',
  'not-whole': 'has to be a whole number',
  'out-of-reach': 'asks for more kinds than there are types',
  'other-pack': 'is not the copy of this pack',
};

export const packFaultWords = (code: string): string =>
  (Object.hasOwn(words, code) ? words[code] : undefined) ?? 'cannot be used';

const places: Readonly<Record<string, string>> = {
  capabilities: 'Capability',
  expectations: 'Expectation',
  reminders: 'Note',
  themes: 'Theme',
  sources: 'Source',
  sections: 'Section',
  types: 'Type',
  title: 'title',
  id: 'short name',
  version: 'version',
  notice: 'notice',
  specialty: 'specialty',
  curriculum: 'curriculum',
  code: 'code',
  atLeast: 'number',
  withinYears: 'window',
  window: 'Window',
  years: 'years',
  application: 'Application',
};

/** Where a fault is: `Capability 3, expectation 1, number`. */
export function packPlaceWords(path: readonly (string | number)[]): string {
  const steps = path.flatMap((step) =>
    typeof step === 'number' ? [` ${step + 1}`] : [`, ${(places[step] ?? step).toLowerCase()}`],
  );
  const place = steps.join('').replace(/^, /, '');
  return place === '' ? 'The file' : place.charAt(0).toUpperCase() + place.slice(1);
}
