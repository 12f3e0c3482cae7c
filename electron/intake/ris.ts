import { plainDoi, type Reference } from '#shared/domain/intake/reference.ts';
import { publishedOn } from './published.ts';

const kinds: Readonly<Record<string, Reference['kind']>> = {
  JOUR: 'paper',
  EJOUR: 'paper',
  MGZN: 'paper',
  CONF: 'talk',
  CPAPER: 'talk',
  ABST: 'talk',
  SLIDE: 'talk',
  BOOK: 'review',
  CHAP: 'review',
  ECHAP: 'review',
  THES: 'study',
  RPRT: 'study',
};

const line = /^([A-Z][A-Z0-9]) {0,2}- ?(.*)$/;

type Fields = Map<string, string[]>;

function referenceOf(fields: Fields): Reference {
  const first = (...tags: readonly string[]) =>
    tags.map((tag) => fields.get(tag)?.[0]?.trim() ?? '').find((value) => value !== '') ?? '';
  // `2023/05/07/` or `2023 May 7`
  const [year = '', month = '', day = ''] = first('DA', 'PY', 'Y1').split(/[/\s-]+/);
  const start = first('SP');
  const end = first('EP');
  return {
    title: first('TI', 'T1', 'CT', 'BT'),
    authors: ['AU', 'A1', 'A2'].flatMap((tag) => fields.get(tag) ?? []).map((name) => name.trim()),
    venue: first('JO', 'JF', 'T2', 'JA', 'J2', 'BT', 'PB'),
    year: /\d{4}/.exec(first('PY', 'Y1', 'DA'))?.[0] ?? '',
    ...publishedOn(year, month, day),
    doi: plainDoi(first('DO') || first('UR', 'L1', 'M3')),
    kind: kinds[first('TY').toUpperCase()] ?? 'other',
    abstract: first('AB', 'N2'),
    volume: first('VL'),
    pages: end === '' ? start : `${start}–${end}`,
  };
}

/** Every record of a RIS file; a line without a tag goes on with the one before it. */
export function readRis(text: string): readonly Reference[] {
  const found: Reference[] = [];
  let fields: Fields | null = null;
  let last: string[] | undefined;
  for (const raw of text.split(/\r\n|\n|\r/)) {
    const match = line.exec(raw.replace(/^\uFEFF/, ''));
    if (match === null) {
      const more = raw.trim();
      if (more !== '' && last !== undefined) last[last.length - 1] = `${last.at(-1) ?? ''} ${more}`;
      continue;
    }
    const [, tag = '', value = ''] = match;
    if (tag === 'TY') fields = new Map();
    if (fields === null) continue;
    if (tag === 'ER') {
      found.push(referenceOf(fields));
      fields = null;
      last = undefined;
      continue;
    }
    last = [...(fields.get(tag) ?? []), value];
    fields.set(tag, last);
  }
  if (fields !== null) found.push(referenceOf(fields));
  return found;
}
