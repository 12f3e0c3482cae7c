import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { EvidenceItem, EvidenceRow } from '#shared/domain/evidence.ts';
import { createEvidenceIndex } from '#shared/domain/evidence-list/evidence-index.ts';
import { fold } from '#shared/domain/evidence-list/fold.ts';
import type { EvidenceFilter, EvidenceSort } from '#shared/domain/evidence-list/query.ts';
import { evidenceRowOf } from '#shared/domain/evidence-list/row.ts';
import { evidenceTypeIds } from '#shared/domain/evidence-types.ts';
import { accepted, anyItem, idOf, item, linkedTo, verification } from './items.ts';

const everything: EvidenceFilter = { text: '', types: [], capability: null, verified: null, trash: false };
const newest: EvidenceSort = { by: 'startedOn', direction: 'descending' };
const byTitle: EvidenceSort = { by: 'title', direction: 'ascending' };

const tokens = (text: string) =>
  fold(text).match(/\p{Script=Han}|(?:(?!\p{Script=Han})[\p{L}\p{N}])+/gu) ?? [];
const textsOf = (one: EvidenceItem) => [
  one.title,
  one.place,
  one.role,
  one.reflection,
  one.tags?.join(' ') ?? '',
];
const hasWord = (one: EvidenceItem, word: string) =>
  textsOf(one).some((text) => tokens(text).some((token) => token.startsWith(word)));
const hasPhrase = (one: EvidenceItem, phrase: string) =>
  textsOf(one).some((text) => ` ${tokens(text).join(' ')} `.includes(` ${phrase} `));

/** Pieces of a search, each with what it means. */
const meanings: Readonly<Record<string, (one: EvidenceItem) => boolean>> = {
  audit: (one) => hasWord(one, 'audit'),
  LOD: (one) => hasWord(one, 'lod'),
  'o’brien': (one) => hasWord(one, 'o') && hasWord(one, 'brien'),
  伟: (one) => hasWord(one, '伟'),
  absent: () => false,
  '-ward': (one) => !hasWord(one, 'ward'),
  '"audit ward"': (one) => hasPhrase(one, 'audit ward'),
  '-"Wyn ŁÓDŹ"': (one) => !hasPhrase(one, 'wyn lodz'),
  'type:cbd,feedback': ({ type }) => ['cbd', 'msf', 'patient-feedback'].includes(type),
  '-type:reference': ({ type }) => type !== 'reference',
  'cap:im4': ({ links }) => links.some(({ capability }) => capability === 'IM4'),
  'cap:G1,none': ({ links }) => links.length === 0 || links.some(({ capability }) => capability === 'G1'),
  'cap:NOPE': () => true,
  'before:2024': ({ startedOn }) => startedOn < '2024-01-01',
  'after:03/2020': ({ startedOn }) => startedOn > '2020-03-31',
  'after:1/2/2019': ({ startedOn }) => startedOn > '2019-02-01',
  'verified:yes': ({ verification }) => verification !== null,
  'has:reflection': ({ reflection }) => reflection !== '',
  'place:"aud wa"': ({ place }) =>
    ['aud', 'wa'].every((word) => tokens(place).some((token) => token.startsWith(word))),
};

/** The obvious way, over all items, every time. */
function naivePage(
  items: readonly EvidenceItem[],
  filter: EvidenceFilter,
  sort: EvidenceSort,
  offset: number,
  limit: number,
) {
  const key = (one: EvidenceItem): string | number => {
    if (sort.by === 'type') return evidenceTypeIds.indexOf(one.type);
    if (sort.by === 'title' || sort.by === 'place') return fold(one[sort.by]);
    if (sort.by === 'verified') return one.verification === null ? 0 : 1;
    return sort.by === 'updatedAt' ? one.updatedAt : one.startedOn;
  };
  const pieces = pieceTexts.filter((piece) => filter.text.split(' ~ ').includes(piece));
  const found = items
    .filter((one) => (one.trashedAt !== null) === filter.trash)
    .filter((one) => filter.types.length === 0 || filter.types.includes(one.type))
    .filter((one) => filter.verified === null || (one.verification !== null) === filter.verified)
    .filter((one) => {
      if (filter.capability === null) return true;
      const codes = one.links.map((link) => link.capability);
      return filter.capability === 'none' ? codes.length === 0 : codes.includes(filter.capability);
    })
    .filter((one) => pieces.every((piece) => meanings[piece]?.(one)))
    .sort((a, b) => (key(a) < key(b) ? -1 : key(a) > key(b) ? 1 : a.id < b.id ? -1 : 1));
  if (sort.direction === 'descending') found.reverse();
  return {
    total: found.length,
    items: found.length,
    offset,
    rows: found.slice(offset, offset + limit).map((item) => evidenceRowOf(item)),
    groups: [],
  };
}
const pieceTexts = Object.keys(meanings);
const plainRow = ({ found: _, ...row }: EvidenceRow) => row;

const anyFilter: fc.Arbitrary<EvidenceFilter> = fc.record({
  // `~` is in no word and asks nothing.
  text: fc.subarray(pieceTexts, { maxLength: 3 }).map((pieces) => pieces.join(' ~ ')),
  types: fc.subarray([...evidenceTypeIds], { maxLength: 6 }),
  capability: fc.constantFrom(null, null, 'G1', 'IM4', 'none'),
  verified: fc.constantFrom(null, null, true, false),
  trash: fc.boolean(),
});
const codes = ['G1', 'IM4'];
const anySort: fc.Arbitrary<EvidenceSort> = fc.record({
  by: fc.constantFrom('startedOn', 'title', 'type', 'updatedAt', 'place', 'verified'),
  direction: fc.constantFrom('ascending', 'descending'),
});
const anyQuery = fc.tuple(anyFilter, anySort, fc.nat({ max: 14 }), fc.integer({ min: 1, max: 8 }));
const anyStep = fc.oneof(
  { weight: 5, arbitrary: anyItem(['G1', 'IM4'], 60).map((put) => ({ put })) },
  { weight: 1, arbitrary: fc.nat({ max: 59 }).map((remove) => ({ remove })) },
  { weight: 2, arbitrary: anyQuery.map((query) => ({ query })) },
);

describe('the evidence list', () => {
  it('is the same as filtering and sorting everything, after any history', () => {
    fc.assert(
      fc.property(fc.array(anyStep, { maxLength: 90 }), anyQuery, (steps, final) => {
        const index = createEvidenceIndex({ capabilities: () => codes });
        const truth = new Map<string, EvidenceItem>();
        const agree = (query: typeof final) => {
          const page = index.page(...query);
          expect({ ...page, rows: page.rows.map(plainRow) }).toEqual(
            naivePage([...truth.values()], ...query),
          );
          expect(index.ids(query[0], query[1])).toEqual(
            naivePage([...truth.values()], query[0], query[1], 0, 100).rows.map(({ id }) => id),
          );
        };
        for (const step of steps) {
          if ('put' in step) {
            index.apply(truth.get(step.put.id), step.put);
            truth.set(step.put.id, step.put);
          } else if ('remove' in step) {
            index.apply(truth.get(idOf(step.remove)), undefined);
            truth.delete(idOf(step.remove));
          } else agree(step.query);
        }
        agree(final);
      }),
      { numRuns: 200 },
    );
  });

  it('is tested with items the record accepts', () => {
    fc.assert(fc.property(anyItem(['G1', 'IM4']), (one) => accepted(one)));
  });

  it('finds words whatever their case and accents, and needs all of them', () => {
    const index = createEvidenceIndex();
    index.apply(
      undefined,
      item(1, { title: 'Réanimation à Łódź', place: 'Straße', role: 'Lead', reflection: 'ΟΔΟΣ' }),
    );
    const found = (text: string) => index.page({ ...everything, text }, newest, 0, 10).total;
    for (const text of [
      'reanimation',
      'LODZ',
      'strasse lead',
      'οδοσ',
      ' réa  ŁÓ ',
      '',
      '"reanimation a lodz"',
    ])
      expect(found(text)).toBe(1);
    for (const text of ['reanimation absent', 'lódźstrasse', 'animation', '"reanimation lodz"'])
      expect(found(text)).toBe(0);
  });

  it('sorts titles without regard to case and accents, ties by id', () => {
    const index = createEvidenceIndex();
    ['zebra', 'Éclair', 'audit', 'Audit', 'eclipse'].forEach((title, n) => {
      index.apply(undefined, item(n, { title }));
    });
    const titles = index.page(everything, byTitle, 0, 10).rows.map((row) => row.title);
    expect(titles).toEqual(['audit', 'Audit', 'Éclair', 'eclipse', 'zebra']);
  });

  it('moves an item between list and trash', () => {
    const index = createEvidenceIndex();
    const kept = item(1);
    const trashed = { ...kept, trashedAt: '2026-05-01T00:00:00.000Z' };
    index.apply(undefined, kept);
    index.apply(kept, trashed);
    expect(index.page(everything, newest, 0, 10).total).toBe(0);
    expect(index.page({ ...everything, trash: true }, newest, 0, 10).rows[0]?.id).toBe(kept.id);
    index.apply(trashed, kept);
    expect(index.page(everything, newest, 0, 10).total).toBe(1);
  });

  it('shows rows without their long text', () => {
    const row = evidenceRowOf(
      item(1, { ...linkedTo('G1', 'G1', 'IM1'), reflection: 'private', verification }),
    );
    expect(row).toEqual({
      id: idOf(1),
      type: 'cbd',
      title: 'Sample item 1',
      startedOn: '2026-01-15',
      endedOn: null,
      place: '',
      capabilities: ['G1', 'IM1'],
      role: '',
      hours: null,
      files: 0,
      tags: [],
      draft: false,
      verified: true,
      anonymised: 'none',
      identifiers: null,
      authenticated: false,
      translated: false,
      updatedAt: '2026-02-01T09:00:00.000Z',
      trashedAt: null,
    });
  });
});
