import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readTypedDate, showDate } from '#renderer/forms/typed-date.ts';

test.each([
  ['5/3/2026', '2026-03-05'],
  ['05/03/2026', '2026-03-05'],
  [' 05.03.2026 ', '2026-03-05'],
  ['5-3-2026', '2026-03-05'],
  ['5 3 2026', '2026-03-05'],
  ['2026-03-05', '2026-03-05'],
  ['29/02/2028', '2028-02-29'],
])('%j is read as %s, day first', (typed, date) => {
  expect(readTypedDate(typed)).toBe(date);
});

test.each(['31/2/2028', '29/02/2027', '5/3/26', '03/2026', 'soon', '05/13/2026'])(
  'what is no date stays as it was typed: %j',
  (typed) => {
    expect(readTypedDate(typed)).toBe(typed);
  },
);

test('every date shown can be read back', () => {
  const days = fc.date({ min: new Date('1950-01-01'), max: new Date('2099-12-31'), noInvalidDate: true });
  fc.assert(
    fc.property(days, (day) => {
      const iso = day.toISOString().slice(0, 10);
      expect(readTypedDate(showDate(iso))).toBe(iso);
    }),
  );
});

test('half-typed text is shown as it is, and nothing as nothing', () => {
  expect(showDate('5/3')).toBe('5/3');
  expect(showDate(null)).toBe('');
});
