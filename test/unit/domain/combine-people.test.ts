import fc from 'fast-check';
import { expect, it } from 'vitest';
import { combinedPerson } from '#shared/domain/merge/combine-people.ts';
import { confirmations, type Person } from '#shared/domain/people.ts';

const person: Person = {
  id: '00000000-0000-4000-8000-000000000001',
  profileId: '00000000-0000-4000-8000-000000000001',
  name: 'Dr Ada Example (invented)',
  roles: ['supervisor'],
  gmcNumber: null,
  recipient: `age1${'q'.repeat(58)}`,
  certificates: ['an invented certificate'],
  fingerprint: 'a'.repeat(64),
  confirmed: 'not-yet',
  confirmedOn: null,
  note: '',
  addedAt: '2026-01-01T09:00:00.000Z',
};
const noted = fc
  .record({
    how: fc.constantFrom(...confirmations),
    day: fc.integer({ min: 10, max: 28 }),
    note: fc.constantFrom('', 'met at induction', 'chairs the panel'),
    added: fc.integer({ min: 1, max: 9 }),
  })
  .map(({ how, day, note, added }) => ({
    ...person,
    confirmed: how,
    confirmedOn: how === 'not-yet' ? null : `2026-02-${day}`,
    note,
    addedAt: `2026-01-0${added}T09:00:00.000Z`,
  }));

it('keeps every note and the later confirmation, whichever side is named first', () => {
  fc.assert(
    fc.property(noted, noted, (a, b) => {
      const one = combinedPerson(a, b);
      if (one === undefined) throw new Error('the cards are the same');
      for (const { note } of [a, b]) expect(one.note).toContain(note);
      if (a.confirmed !== 'not-yet' || b.confirmed !== 'not-yet') expect(one.confirmed).not.toBe('not-yet');
      const days = [a.confirmedOn ?? '', b.confirmedOn ?? ''].sort();
      expect(one.confirmedOn ?? '').toBe(days[1]);
      const other = combinedPerson(b, a);
      expect(other?.note).toBe(one.note);
      expect(other?.confirmedOn).toBe(one.confirmedOn);
      expect(other?.addedAt).toBe(one.addedAt);
    }),
  );
});

it('decides nothing where the cards differ', () => {
  expect(combinedPerson(person, { ...person, fingerprint: 'b'.repeat(64) })).toBeUndefined();
  expect(combinedPerson(person, { ...person, name: 'Dr Ada Other (invented)' })).toBeUndefined();
});
