import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { EvidenceItem } from '#shared/domain/evidence.ts';
import { createEvidenceIndex } from '#shared/domain/evidence-list/evidence-index.ts';
import { fold, foldedWords } from '#shared/domain/evidence-list/fold.ts';
import type { EvidenceFilter, EvidenceSort } from '#shared/domain/evidence-list/query.ts';
import { evidenceRowOf } from '#shared/domain/evidence-list/row.ts';
import { evidenceTypeIds } from '#shared/domain/evidence-types.ts';
import { accepted, anyItem, idOf, item, linkedTo, verification } from './items.ts';

const everything: EvidenceFilter = { text: '', types: [], capability: null, verified: null, trash: false };
const newest: EvidenceSort = { by: 'startedOn', direction: 'descending' };
const byTitle: EvidenceSort = { by: 'title', direction: 'ascending' };

/** The obvious way, over all items, every time. */
function naivePage(
  items: readonly EvidenceItem[],
  filter: EvidenceFilter,
  sort: EvidenceSort,
  offset: number,
  limit: number,
) {
  const key = (one: EvidenceItem) =>
    sort.by === 'type'
      ? String(evidenceTypeIds.indexOf(one.type)).padStart(2, '0')
      : sort.by === 'title'
        ? fold(one.title)
        : one[sort.by];
  const found = items
    .filter((one) => (one.trashedAt !== null) === filter.trash)
    .filter((one) => filter.types.length === 0 || filter.types.includes(one.type))
    .filter((one) => filter.verified === null || (one.verification !== null) === filter.verified)
    .filter((one) => {
      if (filter.capability === null) return true;
      const codes = one.links.map((link) => link.capability);
      return filter.capability === 'none' ? codes.length === 0 : codes.includes(filter.capability);
    })
    .filter((one) =>
      foldedWords(filter.text).every((word) =>
        [one.title, one.place, one.role, one.reflection].some((text) => fold(text).includes(word)),
      ),
    )
    .sort((a, b) => (key(a) < key(b) ? -1 : key(a) > key(b) ? 1 : a.id < b.id ? -1 : 1));
  if (sort.direction === 'descending') found.reverse();
  return { total: found.length, offset, rows: found.slice(offset, offset + limit).map(evidenceRowOf) };
}

const anyFilter: fc.Arbitrary<EvidenceFilter> = fc.record({
  text: fc.constantFrom('', '', 'audit', 'LODZ', 'wyn ward', 'o’brien', '伟', 'izmir  case', 'absent'),
  types: fc.subarray([...evidenceTypeIds], { maxLength: 6 }),
  capability: fc.constantFrom(null, null, 'G1', 'IM4', 'none'),
  verified: fc.constantFrom(null, null, true, false),
  trash: fc.boolean(),
});
const anySort: fc.Arbitrary<EvidenceSort> = fc.record({
  by: fc.constantFrom('startedOn', 'title', 'type', 'updatedAt'),
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
        const index = createEvidenceIndex();
        const truth = new Map<string, EvidenceItem>();
        const agree = (query: typeof final) =>
          expect(index.page(...query)).toEqual(naivePage([...truth.values()], ...query));
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
    for (const text of ['reanimation', 'LODZ', 'strasse lead', 'οδοσ', ' réa  ŁÓ ', ''])
      expect(found(text)).toBe(1);
    for (const text of ['reanimation absent', 'lódźstrasse']) expect(found(text)).toBe(0);
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
      files: 0,
      verified: true,
      anonymised: 'none',
      updatedAt: '2026-02-01T09:00:00.000Z',
      trashedAt: null,
    });
  });
});
