import { describe, expect, it } from 'vitest';
import { type CvChange, changedCv } from '#shared/domain/cv/change.ts';
import { type CvDetails, type CvEntry, noCvDetails } from '#shared/domain/cv/cv.ts';

const entry = (id: string, section: CvEntry['section'], title = id): CvEntry => ({
  id,
  section,
  title,
  detail: '',
  on: null,
});
const begin = noCvDetails('cv', '2026-11-01T09:00:00.000Z');
const made = (...changes: readonly CvChange[]): CvDetails => changes.reduce(changedCv, begin);
const ids = ({ entries }: CvDetails) => entries.map(({ id }) => id);

describe('changes of a CV', () => {
  const three = [
    { kind: 'entry', entry: entry('a', 'awards') },
    { kind: 'entry', entry: entry('m', 'memberships') },
    { kind: 'entry', entry: entry('b', 'awards') },
  ] as const;

  it('add a line, write it again in its place, and take it away', () => {
    expect(ids(made(...three))).toEqual(['a', 'm', 'b']);
    const again = made(...three, { kind: 'entry', entry: entry('a', 'awards', 'Again') });
    expect(again.entries.map(({ title }) => title)).toEqual(['Again', 'm', 'b']);
    expect(ids(made(...three, { kind: 'remove-entry', id: 'm' }))).toEqual(['a', 'b']);
  });

  it('move a line past its neighbour of the same section, and no further than the end', () => {
    const up = { kind: 'move-entry', id: 'b', way: 'up' } as const;
    expect(ids(made(...three, up))).toEqual(['b', 'm', 'a']);
    expect(ids(made(...three, up, up))).toEqual(['b', 'm', 'a']);
    expect(ids(made(...three, up, { kind: 'move-entry', id: 'b', way: 'down' }))).toEqual(['a', 'm', 'b']);
    expect(ids(made(...three, { kind: 'move-entry', id: 'gone', way: 'up' }))).toEqual(['a', 'm', 'b']);
  });

  it('keep one reason for the same days, and let it go', () => {
    const days = { from: '2024-01-01', to: '2024-03-01' };
    const twice = made(
      { kind: 'gap', gap: { ...days, reason: 'one' } },
      { kind: 'gap', gap: { ...days, reason: 'two' } },
    );
    expect(twice.gaps).toEqual([{ ...days, reason: 'two' }]);
    expect(changedCv(twice, { kind: 'remove-gap', ...days }).gaps).toEqual([]);
  });

  it('write further headings and leave evidence out, once', () => {
    const part = (id: string) => ({ kind: 'further', part: { id, heading: id, text: '' } }) as const;
    const two = made(part('x'), part('y'), { kind: 'move-further', id: 'y', way: 'up' });
    expect(two.further.map(({ id }) => id)).toEqual(['y', 'x']);
    expect(changedCv(two, { kind: 'remove-further', id: 'x' }).further.map(({ id }) => id)).toEqual(['y']);
    const out = { kind: 'leave-out', id: 'e', out: true } as const;
    expect(made(out, out).leftOut).toEqual(['e']);
    expect(made(out, { ...out, out: false }).leftOut).toEqual([]);
  });
});
