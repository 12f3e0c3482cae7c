import { nameKey } from './read-name.ts';

const partsOf = (name: string): readonly string[] =>
  name
    .split(/[\s,.-]+/)
    .map(nameKey)
    .filter((part) => part.length > 0 && !['dr', 'prof', 'mr', 'mrs', 'ms', 'miss'].includes(part));

/** Tells whether a name is that of somebody who may be named: every word of it is one of theirs, or its initial. */
export function ownNames(names: readonly string[]): (found: readonly string[]) => boolean {
  const people = names.map(partsOf).filter((parts) => parts.length > 0);
  return (found) => {
    const parts = partsOf(found.join(' '));
    if (!parts.some((part) => part.length > 1)) return false;
    const initials = parts.length === 1 ? parts[0] : undefined;
    if (people.some((person) => person.length > 1 && person.map((part) => part[0]).join('') === initials))
      return true;
    return people.some((person) =>
      parts.every(
        (part) => person.includes(part) || (part.length === 1 && person.some((own) => own.startsWith(part))),
      ),
    );
  };
}
