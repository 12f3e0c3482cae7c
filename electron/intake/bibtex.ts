import { parse } from 'bibtex-parse';
import { plainDoi, type Reference } from '#shared/domain/intake/reference.ts';
import { plainLatex } from './latex.ts';
import { publishedOn } from './published.ts';
import { refused } from './refused.ts';

const kinds: Readonly<Record<string, Reference['kind']>> = {
  article: 'paper',
  inproceedings: 'talk',
  conference: 'talk',
  proceedings: 'talk',
  book: 'review',
  inbook: 'review',
  incollection: 'review',
  phdthesis: 'study',
  mastersthesis: 'study',
  techreport: 'study',
};

/** A value with the abbreviations it is made of. The library's own way of taking braces away is slow without end. */
function textOf(
  part: { readonly datatype: string; readonly value: unknown },
  strings: Map<string, string>,
): string {
  const { datatype, value } = part;
  if (datatype === 'identifier') return strings.get(String(value).toLowerCase()) ?? String(value);
  if (datatype === 'concatinate' && Array.isArray(value))
    return value.map((one: { datatype: string; value: unknown }) => textOf(one, strings)).join('');
  return value === null || value === undefined ? '' : String(value);
}

/** `Smith, Jane and {The Trial Group}`: names as they are written, surname first where the file has it so. */
const authorsOf = (text: string): readonly string[] =>
  text
    .split(/\s+and\s+/i)
    .map(plainLatex)
    .filter((name) => name !== '');

/** Every entry with a title. Fails with IMPORT_REFUSED. */
export function readBibtex(text: string): readonly Reference[] {
  let items: ReturnType<typeof parse>;
  try {
    items = parse(text, { number: 'string' });
  } catch {
    throw refused('not-readable');
  }
  const strings = new Map<string, string>();
  const found: Reference[] = [];
  for (const item of items) {
    if (item.itemtype === 'string') strings.set(item.name.toLowerCase(), textOf(item, strings));
    if (item.itemtype !== 'entry') continue;
    const fields = new Map(item.fields.map((field) => [field.name.toLowerCase(), textOf(field, strings)]));
    const text = (...names: readonly string[]) =>
      plainLatex(names.map((name) => fields.get(name) ?? '').find((value) => value !== '') ?? '');
    const date = (fields.get('date') ?? '').split('-');
    const year = text('year') || (date[0] ?? '');
    found.push({
      title: text('title'),
      authors: authorsOf(fields.get('author') ?? fields.get('editor') ?? ''),
      venue: text(
        'journal',
        'journaltitle',
        'booktitle',
        'publisher',
        'school',
        'institution',
        'howpublished',
      ),
      year,
      ...publishedOn(year, text('month') || (date[1] ?? ''), text('day') || (date[2] ?? '')),
      doi: plainDoi(fields.get('doi') ?? fields.get('url') ?? ''),
      kind: kinds[item.type.toLowerCase()] ?? 'other',
      abstract: text('abstract'),
      volume: text('volume'),
      pages: text('pages'),
    });
  }
  return found;
}
