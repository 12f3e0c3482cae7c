import type { Person } from '../people.ts';

const longestNote = 200;

/** The later confirmation; one that says nothing yields to one that says something. */
function surer(a: Person, b: Person): Pick<Person, 'confirmed' | 'confirmedOn'> {
  const [first] = [a, b].sort((one, other) => (other.confirmedOn ?? '').localeCompare(one.confirmedOn ?? ''));
  const { confirmed, confirmedOn } = first ?? a;
  return { confirmed, confirmedOn };
}

/**
 * One record of a person out of two that were changed in two places, where nobody needs to be asked: the same card, so
 * that only what the owner noted differs. Undefined where the cards differ: then a person has to look. The result does not
 * depend on which of the two is named first.
 */
export function combinedPerson(a: Person, b: Person): Person | undefined {
  const [first, second] = [a, b].sort((one, other) => one.addedAt.localeCompare(other.addedAt)) as [
    Person,
    Person,
  ];
  const card = ({ profileId, name, roles, gmcNumber, recipient, certificates, fingerprint }: Person) =>
    JSON.stringify([profileId, name, roles, gmcNumber, recipient, certificates, fingerprint]);
  if (card(a) !== card(b)) return undefined;
  const notes = [...new Set([a.note, b.note].filter((note) => note !== ''))].sort();
  const note = notes.join('; ');
  if (note.length > longestNote) return undefined;
  return { ...second, ...surer(a, b), note, addedAt: first.addedAt };
}
