import type { Asked, QueryTerm } from './terms.ts';

const inQuotes = (value: string) => `"${value.replace(/[\\"“”„]/g, (letter) => `\\${letter}`)}"`;

/** A value of an operator, in quotes where it would else end too early. */
const printed = (value: string) => (/[\s,\\"“”„]/.test(value) ? inQuotes(value) : value);
const list = (values: readonly string[]) => values.map(printed).join(',');

function asked(term: Asked): string {
  switch (term.kind) {
    case 'word':
      return term.text;
    case 'phrase':
      return inQuotes(term.text);
    case 'type':
      return `type:${list(term.types)}`;
    case 'cap':
      return `cap:${list(term.codes)}`;
    case 'status':
      return `status:${list(term.statuses)}`;
    case 'before':
    case 'after':
      return `${term.kind}:${term.date}`;
    case 'verified':
      return `verified:${term.is ? 'yes' : 'no'}`;
    case 'redaction':
      return `redaction:${list(term.states)}`;
    case 'identifiers':
      return `identifiers:${list(term.states)}`;
    case 'has':
      return `has:${list(term.things)}`;
    case 'tag':
      return `tag:${list(term.tags)}`;
    case 'place':
      return `place:${list(term.places)}`;
  }
}

/** A term as `parseQuery` reads it. */
export const printTerm = (term: QueryTerm): string => `${term.not ? '-' : ''}${asked(term)}`;

export const printQuery = (terms: readonly QueryTerm[]): string => terms.map(printTerm).join(' ');
