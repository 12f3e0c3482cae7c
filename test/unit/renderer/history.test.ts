import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { canTakeBoth, combined, keyOf, startingTakes } from '#renderer/features/history/conflicts/combine.ts';
import { groupVersions, versionWords } from '#renderer/features/history/versions/version-groups.ts';
import { doneWords, undoLabel, undoneWords } from '#renderer/text/history-words.ts';
import { readable } from '#renderer/ui/differences/difference-words.ts';
import { wordParts } from '#renderer/ui/differences/word-parts.ts';
import type { VersionLine } from '#shared/contract/history.ts';
import { differencesOf, touchedBetween } from '#shared/domain/history/differences.ts';
import { sampleEvidence } from '#test/support/storage-samples.ts';

const item = sampleEvidence(1);
const untouched = { fields: [], linked: [], unlinked: [], filesAdded: 0, filesRemoved: 0 };
const names = {
  capability: (code: string) => `${code} by name`,
  type: (id: string) => `type ${id}`,
  verifier: (id: string) => `verifier ${id}`,
};
const version = (seq: number, at: string, part: Partial<VersionLine> = {}): VersionLine => ({
  revision: String(seq).padStart(64, '0'),
  seq,
  action: 'evidence.update',
  by: { id: item.id, name: 'Dr Sample', at: `2030-01-15T${at}.000Z` },
  deleted: false,
  newest: false,
  touched: untouched,
  ...part,
});

describe('differences', () => {
  it('are told in the words of the form, links and files one by one', () => {
    const after = {
      ...item,
      title: 'Changed',
      details: { ...item.details, cycle: 'first' },
      links: [{ capability: 'IM1', pages: 'p. 2', note: 'Another note' }],
      attachments: [],
      verification: null,
      updatedAt: '2030-01-01T00:00:00.000Z',
    };
    const told = readable(differencesOf(item, after), [item, after], names);
    expect(told.map(({ label }) => label)).toEqual([
      'Title',
      'Link to IM1 by name',
      'Link to CiP3 by name',
      'File',
      'Verification',
      'cycle',
    ]);
    expect(told.find(({ key }) => key === 'links.CiP3')).toMatchObject({ before: 'Linked', after: null });
    expect(told.find(({ key }) => key === 'verification')).toMatchObject({
      before: 'Dr Sample Consultant, Sample Trust, 02/04/2025',
      after: null,
    });
  });

  it('never show an id or a code where there is a name', () => {
    const asked = {
      ...item,
      type: 'qi',
      verifierId: 'cf58a660',
      details: { changedOn: '2026-01-15', points: [{ on: '2026-01-01', value: 52 }], other: 'x' },
      translated: { by: 'Ms Word', on: '2026-03-01', institution: 'Sample Trust' },
    };
    const told = new Map(
      readable(differencesOf(null, asked), [null, asked], names).map(({ key, after }) => [key, after]),
    );
    expect(told.get('verifierId')).toBe('verifier cf58a660');
    expect(told.get('type')).toBe('type qi');
    expect(told.get('translated')).toBe('Ms Word, Sample Trust, 01/03/2026');
    expect(told.get('details')).toBe(
      'Day the change began: 15/01/2026\nMeasurements: Date: 01/01/2026; Value: 52\nother: x',
    );
  });

  it('are told for values of a shape that nobody knows any more', () => {
    const old = { title: 7, links: 'IM1', gone: { deep: [1, { a: null }] }, verification: ['x'] };
    const told = readable(differencesOf(old, item), [old, item], names);
    expect(told.find(({ key }) => key === 'gone')?.before).toContain('deep');
    fc.assert(
      fc.property(fc.jsonValue(), fc.jsonValue(), (a, b) => {
        readable(differencesOf(a, b), [a, b], names);
        expect(differencesOf(a, a)).toEqual([]);
      }),
    );
  });

  it('say briefly what a version did', () => {
    const after = { ...item, title: 'Other', links: item.links.slice(1), attachments: [] };
    expect(touchedBetween(item, after)).toEqual({
      fields: ['title'],
      linked: [],
      unlinked: ['IM1'],
      filesAdded: 0,
      filesRemoved: 1,
    });
  });
});

describe('words that differ', () => {
  it('give both texts back', () => {
    const words = fc.array(
      fc.constantFrom('sepsis', 'audit', 'hour', 'within', 'ward,', 'second', 'cycle.'),
      {
        maxLength: 40,
      },
    );
    fc.assert(
      fc.property(words, words, (a, b) => {
        const [before, after] = [a.join(' '), b.join(' ')];
        const parts = wordParts(before, after);
        if (parts === null) return;
        const text = (is: 'added' | 'removed') =>
          parts
            .filter((part) => part.is === 'same' || part.is === is)
            .map((part) => part.text)
            .join('');
        expect(text('removed')).toBe(before);
        expect(text('added')).toBe(after);
      }),
    );
  });

  it('are not picked out of texts that have little in common', () => {
    expect(wordParts('One thing entirely', 'Quite another matter')).toBeNull();
  });
});

describe('versions', () => {
  it('of one spell of typing are one entry, in the words of what came of it', () => {
    const groups = groupVersions([
      version(6, '12:10:00', { touched: { ...untouched, fields: ['title'] } }),
      version(5, '12:01:30', { touched: { ...untouched, fields: ['reflection'] } }),
      version(4, '12:00:30', { touched: { ...untouched, fields: ['reflection'], linked: ['IM1'] } }),
      version(3, '12:00:00', { touched: { ...untouched, filesAdded: 2 } }),
      version(2, '11:59:59', { action: 'evidence.trash' }),
      version(1, '11:59:58', { action: 'evidence.create' }),
    ]);
    expect(groups.map((group) => group.map(({ seq }) => seq))).toEqual([[6], [5, 4, 3], [2], [1]]);
    expect(groups.map(versionWords)).toEqual([
      'Edited title',
      'Edited reflection; linked to IM1; added 2 files',
      'Moved to the trash',
      'Added',
    ]);
  });

  it('that somebody else typed are entries of their own', () => {
    const other = version(1, '12:00:00', {
      by: { id: crypto.randomUUID(), name: 'Dr Other', at: '2030-01-15T12:00:01.000Z' },
    });
    expect(groupVersions([version(2, '12:00:02'), other])).toHaveLength(2);
  });
});

describe('a conflict', () => {
  const base = item;
  const ours = { ...item, title: 'Ours', reflection: 'Written here.' };
  const theirs = {
    ...item,
    reflection: 'Written there.',
    place: 'Elsewhere',
    links: [...item.links, { capability: 'G4', pages: '', note: '' }],
    details: { ...item.details, cases: 99 },
  };

  it('begins with what only one side changed, and with ours where both did', () => {
    const takes = startingTakes(ours, theirs, base);
    expect(takes).toEqual({ place: 'theirs', 'links.G4': 'theirs', 'details.cases': 'theirs' });
    expect(combined(ours, theirs, takes)).toMatchObject({
      title: 'Ours',
      reflection: 'Written here.',
      place: 'Elsewhere',
      links: theirs.links,
      details: theirs.details,
    });
  });

  it('takes both of two texts, one under the other', () => {
    const [difference] = differencesOf(ours, theirs).filter((one) => keyOf(one) === 'reflection');
    expect(difference !== undefined && canTakeBoth(difference)).toBe(true);
    expect(combined(ours, theirs, { reflection: 'both' })).toMatchObject({
      reflection: 'Written here.\n\nWritten there.',
    });
  });

  it('comes to ours by choosing ours, and to theirs by choosing theirs, whatever they are', () => {
    const list = fc.uniqueArray(
      fc.record({ capability: fc.constantFrom('A', 'B', 'C'), note: fc.string() }),
      {
        selector: ({ capability }) => capability,
      },
    );
    const record = fc.record({ title: fc.string(), hours: fc.option(fc.nat()), links: list });
    fc.assert(
      fc.property(record, record, (a, b) => {
        const all = differencesOf(a, b).map(keyOf);
        const every = (take: 'ours' | 'theirs') => Object.fromEntries(all.map((key) => [key, take]));
        expect(differencesOf(combined(a, b, every('ours')), a)).toEqual([]);
        expect(differencesOf(combined(a, b, every('theirs')), b)).toEqual([]);
      }),
    );
  });
});

describe('words', () => {
  it('name what undoing would do, and what was done', () => {
    expect(undoLabel('Undo', { action: 'evidence.unlink', count: 3, title: null })).toBe(
      'Undo: unlinked 3 items',
    );
    expect(undoLabel('Redo', null)).toBe('Nothing to redo');
    expect(undoneWords('Undone', { action: 'import.package', count: 12, title: null }, 1)).toBe(
      'Undone: brought in 12 records from a package. 1 signed record stays as signed.',
    );
    expect(doneWords({ action: 'something.new', count: 2, title: null })).toBe('Changed 2 records');
  });
});
