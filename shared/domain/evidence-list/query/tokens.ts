import { type Operator, operators, type Span } from './terms.ts';

/** A value of an operator, with where it stands. */
export type RawValue = Span & { readonly text: string };
/** A piece of a query between blanks. */
export type RawTerm = Span & {
  readonly not: boolean;
  readonly raw:
    | { readonly kind: 'word'; readonly text: string }
    | { readonly kind: 'phrase'; readonly text: string }
    | { readonly kind: 'operator'; readonly operator: Operator; readonly values: readonly RawValue[] };
};

/** Other words people write for an operator. */
const aliases: Readonly<Record<string, Operator>> = {
  capability: 'cap',
  types: 'type',
  tags: 'tag',
  is: 'status',
  redacted: 'redaction',
};

const quotes = '"“”„';
const isBlank = (letter: string | undefined) => letter !== undefined && /\s/.test(letter);
const isQuote = (letter: string | undefined) => letter !== undefined && quotes.includes(letter);

function operatorAt(text: string, at: number): { readonly operator: Operator; readonly end: number } | null {
  const name = /^[a-z]+(?=:)/i.exec(text.slice(at, at + 16))?.[0]?.toLowerCase();
  if (name === undefined) return null;
  const operator =
    operators.find((known) => known === name) ?? (Object.hasOwn(aliases, name) ? aliases[name] : undefined);
  return operator === undefined ? null : { operator, end: at + name.length + 1 };
}

/** What stands in quotes; a quote that is never closed goes to the end. `\` keeps the next letter as it is. */
function quoted(text: string, at: number): RawValue {
  let value = '';
  let place = at + 1;
  for (; place < text.length && !isQuote(text[place]); place += 1) {
    if (text[place] === '\\' && place + 1 < text.length) place += 1;
    value += text[place] ?? '';
  }
  return { text: value, start: at, end: Math.min(text.length, place + 1) };
}

function bare(text: string, at: number, stop: (letter: string) => boolean): RawValue {
  let end = at;
  while (end < text.length && !isBlank(text[end]) && !stop(text[end] ?? '')) end += 1;
  return { text: text.slice(at, end), start: at, end };
}

function valuesAt(
  text: string,
  from: number,
): { readonly values: readonly RawValue[]; readonly end: number } {
  const values: RawValue[] = [];
  let at = from;
  for (;;) {
    const value = isQuote(text[at]) ? quoted(text, at) : bare(text, at, (letter) => letter === ',');
    if (value.text.trim() !== '') values.push(value);
    at = value.end;
    if (text[at] !== ',') return { values, end: at };
    at += 1;
  }
}

/** Takes a query apart. `-` before a term turns it round; commas separate the values of an operator. */
export function rawTerms(text: string): readonly RawTerm[] {
  const terms: RawTerm[] = [];
  let at = 0;
  while (at < text.length) {
    if (isBlank(text[at])) {
      at += 1;
      continue;
    }
    const start = at;
    const not = text[at] === '-' && at + 1 < text.length && !isBlank(text[at + 1]);
    if (not) at += 1;
    if (isQuote(text[at])) {
      const phrase = quoted(text, at);
      at = phrase.end;
      terms.push({ start, end: at, not, raw: { kind: 'phrase', text: phrase.text } });
      continue;
    }
    const named = operatorAt(text, at);
    if (named === null) {
      const word = bare(text, at, () => false);
      at = word.end;
      terms.push({ start, end: at, not, raw: { kind: 'word', text: word.text } });
      continue;
    }
    const { values, end } = valuesAt(text, named.end);
    at = end;
    terms.push({ start, end, not, raw: { kind: 'operator', operator: named.operator, values } });
  }
  return terms;
}
