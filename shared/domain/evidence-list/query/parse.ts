import { evidenceTypeIds } from '../../evidence-types.ts';
import type { GuidancePack } from '../../guidance-pack.ts';
import { anonymisationStates } from '../../identifiers/anonymisation-states.ts';
import { checkStates } from '../../identifiers/check-states.ts';
import { fold } from '../fold.ts';
import { daysMeant } from './date-words.ts';
import { oneSlipFrom } from './one-slip.ts';
import {
  type Asked,
  hasThings,
  type Operator,
  operators,
  type PlacedTerm,
  type Query,
  type QueryFault,
  type QueryFaultCode,
  queryStatuses,
} from './terms.ts';
import { type RawValue, rawTerms } from './tokens.ts';
import { typesNamed } from './type-words.ts';

/** What a query is read against. */
export type QueryContext = {
  /** Codes of the guidance, in its order. */
  readonly capabilities: readonly string[];
  /** What it calls types of evidence. */
  readonly types?: GuidancePack['types'];
};

/** Statuses that other programmes know and this one does not, or not yet. */
const reserved: ReadonlySet<string> = new Set([
  'returned',
  'submitted',
  'sent',
  'accepted',
  'rejected',
  'approved',
  'verified',
  'redacted',
]);

type Read<T> = { readonly is: readonly T[] } | { readonly fault: QueryFaultCode };
type Reader<T> = (value: string) => Read<T>;

const oneOf =
  <T extends string>(known: readonly T[], fault: QueryFaultCode): Reader<T> =>
  (value) => {
    const asked = fold(value);
    const found = known.find((one) => one === asked || `${one}s` === asked);
    return found === undefined ? { fault } : { is: [found] };
  };

const readType =
  (pack: QueryContext): Reader<(typeof evidenceTypeIds)[number]> =>
  (value) => {
    const types = typesNamed(value, pack);
    return types.length === 0 ? { fault: 'unknown-type' } : { is: types };
  };
const readStatus: Reader<(typeof queryStatuses)[number]> = (value) =>
  oneOf(queryStatuses, reserved.has(fold(value)) ? 'reserved-status' : 'unknown-status')(value);
const readRedaction: Reader<(typeof anonymisationStates)[number]> = (value) =>
  oneOf(anonymisationStates, 'unknown-redaction')(value === 'not needed' ? 'not-needed' : value);
const readCheck: Reader<(typeof checkStates)[number]> = (value) =>
  oneOf(checkStates, 'unknown-check')(fold(value) === 'none' ? 'none-found' : value);
const readThing: Reader<(typeof hasThings)[number]> = oneOf(hasThings, 'unknown-thing');
const readWords: Reader<string> = (value) => ({ is: [value.trim().replace(/\s+/g, ' ')] });
const yes: ReadonlySet<string> = new Set(['yes', 'y', 'true', 'done']);
const no: ReadonlySet<string> = new Set(['no', 'n', 'false', 'none', 'not']);
const readYesNo: Reader<boolean> = (value) => {
  const asked = fold(value);
  return yes.has(asked) ? { is: [true] } : no.has(asked) ? { is: [false] } : { fault: 'not-yes-or-no' };
};
const readDay =
  (end: 'first' | 'last'): Reader<string> =>
  (value) => {
    const days = daysMeant(value);
    return days === null ? { fault: 'not-a-date' } : { is: [days[end]] };
  };
const readCapability =
  ({ capabilities }: QueryContext): Reader<string> =>
  (value) => {
    const asked = value.toLowerCase();
    if (asked === 'none') return { is: ['none'] };
    const code =
      capabilities.find((one) => one === value) ?? capabilities.find((one) => one.toLowerCase() === asked);
    return code === undefined ? { fault: 'unknown-capability' } : { is: [code] };
  };

/** Values without repetition, in an order that does not depend on how they were written where there is one. */
function ordered<T>(values: readonly T[], order?: readonly T[]): readonly T[] {
  const found = new Set(values);
  return order === undefined ? [...found] : order.filter((one) => found.has(one));
}

function reading<T>(
  operator: Operator,
  values: readonly RawValue[],
  read: Reader<T>,
  faults: QueryFault[],
): readonly T[] {
  return values.flatMap(({ text, start, end }) => {
    const value = text.trim();
    const result = read(value);
    if ('is' in result) return result.is;
    faults.push({ code: result.fault, operator, value, start, end });
    return [];
  });
}

/** @returns what an operator asks; null where none of its values can be searched for. */
function askedOf(
  operator: Operator,
  values: readonly RawValue[],
  context: QueryContext,
  faults: QueryFault[],
): Asked | null {
  const all = <T>(read: Reader<T>, order?: readonly T[]) =>
    ordered(reading(operator, values, read, faults), order);
  const some = <T>(found: readonly T[], asked: (found: readonly T[]) => Asked) =>
    found.length === 0 ? null : asked(found);
  const first = <T>(found: readonly T[], asked: (found: T) => Asked) => {
    const [one] = found;
    return one === undefined ? null : asked(one);
  };
  switch (operator) {
    case 'type':
      return some(all(readType(context), evidenceTypeIds), (types) => ({ kind: 'type', types }));
    case 'cap':
      return some(all(readCapability(context), ['none', ...context.capabilities]), (codes) => ({
        kind: 'cap',
        codes,
      }));
    case 'status':
      return some(all(readStatus, queryStatuses), (statuses) => ({ kind: 'status', statuses }));
    case 'redaction':
      return some(all(readRedaction, anonymisationStates), (states) => ({ kind: 'redaction', states }));
    case 'identifiers':
      return some(all(readCheck, checkStates), (states) => ({ kind: 'identifiers', states }));
    case 'has':
      return some(all(readThing, hasThings), (things) => ({ kind: 'has', things }));
    case 'tag':
      return some(all(readWords), (tags) => ({ kind: 'tag', tags }));
    case 'place':
      return some(all(readWords), (places) => ({ kind: 'place', places }));
    case 'verified':
      return first(all(readYesNo), (is) => ({ kind: 'verified', is }));
    // Of several days the one that lets the most through: any will do.
    case 'before':
      return first([...all(readDay('first'))].sort().reverse(), (date) => ({ kind: 'before', date }));
    case 'after':
      return first([...all(readDay('last'))].sort(), (date) => ({ kind: 'after', date }));
  }
}

/** A word that looks like an operator with a slip: `befor:2025`. Short ones are too near to too many words. */
function slip(word: string): Operator | undefined {
  const name = /^([a-z]{4,}):\S/i.exec(word)?.[1]?.toLowerCase();
  return name === undefined ? undefined : operators.find((operator) => oneSlipFrom(name, operator));
}

/** Terms of which an item can satisfy only one: it has one type and one status. */
function oneEach(terms: readonly PlacedTerm[], text: string): readonly QueryFault[] {
  return (['type', 'status'] as const).flatMap((kind) => {
    const asked = terms.filter(({ term }) => term.kind === kind && !term.not);
    const valuesOf = ({ term }: PlacedTerm): readonly string[] =>
      term.kind === 'type' ? term.types : term.kind === 'status' ? term.statuses : [];
    const [first, ...rest] = asked;
    const second = rest.find(
      (one) => first !== undefined && !valuesOf(one).some((value) => valuesOf(first).includes(value)),
    );
    if (second === undefined) return [];
    return [
      {
        code: 'one-each' as const,
        operator: kind,
        value: text.slice(second.at.start, second.at.end),
        ...second.at,
      },
    ];
  });
}

/**
 * Reads a search. Operators: `type: cap: status: before: after: verified: redaction: identifiers: has: tag: place:`; their values may
 * be in quotes and several are separated by commas; `"words in quotes"` must occur as they stand; `-` turns a term
 * round; whatever else is a word. What cannot be searched for is told in `faults`, and the rest is searched all the same.
 */
export function parseQuery(text: string, context: QueryContext): Query {
  const terms: PlacedTerm[] = [];
  const faults: QueryFault[] = [];
  for (const { raw, not, start, end } of rawTerms(text)) {
    const at = { start, end };
    if (raw.kind === 'word') {
      terms.push({ term: { kind: 'word', text: raw.text, not }, at });
      const meant = slip(raw.text);
      if (meant !== undefined)
        faults.push({ code: 'almost-operator', operator: meant, value: raw.text, ...at });
      continue;
    }
    if (raw.kind === 'phrase') {
      const words = raw.text.trim().replace(/\s+/g, ' ');
      if (words !== '') terms.push({ term: { kind: 'phrase', text: words, not }, at });
      continue;
    }
    if (raw.values.length === 0) {
      faults.push({ code: 'no-value', operator: raw.operator, value: '', ...at });
      continue;
    }
    const asked = askedOf(raw.operator, raw.values, context, faults);
    if (asked !== null) terms.push({ term: { ...asked, not }, at });
  }
  return { terms, faults: [...faults, ...oneEach(terms, text)] };
}
