import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { counts, quorumOf, standingsOf, waitedFor } from '#shared/domain/panel/members.ts';
import { differenceOf, sideBySide } from '#shared/domain/panel/side-by-side.ts';
import { judgementLevels, type PanelRole } from '#shared/domain/review.ts';
import type { Sheet } from '#shared/domain/review-process/sheet.ts';

const review = '00000000-0000-4000-8000-000000000001';
const at = '2026-11-10T09:00:00.000Z';
const id = (place: number) => `00000000-0000-4000-8000-0000000001${String(place).padStart(2, '0')}`;
const doctor = { name: 'Dr Under Review (invented)', gmcNumber: '0000001' };
const member = (place: number, role: PanelRole, name = `Member ${place} (invented)`) => ({
  id: id(place),
  name,
  role,
  gmcNumber: null,
  organisation: '',
});
const sheet = (place: number, over: Partial<Sheet> = {}): Sheet => ({
  id: id(50 + place),
  review,
  member: id(place),
  interest: { kind: 'none', text: '', on: '2026-11-10' },
  judgements: [],
  notes: [],
  doneAt: at,
  createdAt: at,
  updatedAt: at,
  ...over,
});
const levels = fc.array(fc.constantFrom(...judgementLevels), { maxLength: 8 });

describe('differences between members', () => {
  it('are the same in every order, none among equals, and never less with one more judgement', () => {
    fc.assert(
      fc.property(levels, fc.constantFrom(...judgementLevels), (given, more) => {
        const before = differenceOf(given);
        expect(differenceOf([...given].reverse())).toEqual(before);
        expect(differenceOf([...given, ...given])).toEqual(before);
        expect(differenceOf([...given, more]).apart).toBeGreaterThanOrEqual(before.apart);
        if (new Set(given).size < 2) expect(before).toEqual({ apart: 0, unconsidered: false });
      }),
    );
  });

  it('say how many levels lie between, and who considered it not', () => {
    expect(differenceOf(['limited', 'progressing'])).toEqual({ apart: 2, unconsidered: false });
    expect(differenceOf(['developing', 'progressing', 'not-considered'])).toEqual({
      apart: 1,
      unconsidered: true,
    });
    expect(differenceOf(['not-considered', 'not-considered'])).toEqual({ apart: 0, unconsidered: false });
  });
});

describe('who counts', () => {
  const panel = [
    member(1, 'chair'),
    member(2, 'supervisor'),
    member(3, 'external'),
    member(4, 'lay'),
    member(5, 'administrator'),
    { ...member(6, 'external', doctor.name), gmcNumber: doctor.gmcNumber },
  ];
  const supervisor = { name: 'member 3 (INVENTED)', gmcNumber: null };
  const conflict = { kind: 'conflict', text: 'Married', on: '2026-11-10' } as const;

  it('judges, looks on, has a conflict, or is the doctor; the supervisor is marked by part and by report', () => {
    const standings = standingsOf(
      { id: review, panel },
      [sheet(1), sheet(2, { interest: conflict }), sheet(3, { doneAt: null })],
      { doctor, supervisor },
    );
    expect(standings.map(({ not }) => not)).toEqual([null, 'conflict', null, 'role', 'role', 'doctor']);
    expect(standings.map(({ supervises }) => supervises)).toEqual([false, true, true, false, false, false]);
    expect(standings.filter(counts).map((one) => one.member.id)).toEqual([id(1)]);
    expect(waitedFor(standings).map((one) => one.member.id)).toEqual([id(3)]);
    expect(quorumOf(standings, 3)).toEqual({ needed: 3, have: 1, possible: 2 });
  });

  it('is laid side by side with everybody accounted for once', () => {
    const judged = (level: (typeof judgementLevels)[number]) => [{ capability: 'A', level, reason: 'Seen.' }];
    const sheets = [
      sheet(1, { judgements: judged('progressing') }),
      sheet(2, { interest: conflict, judgements: judged('limited') }),
      sheet(3, { judgements: judged('developing'), doneAt: null }),
      sheet(6, { judgements: judged('progressing') }),
    ];
    const standings = standingsOf({ id: review, panel }, sheets, { doctor, supervisor: null });
    const [first, second] = sideBySide(['A', 'B'], standings, sheets);
    expect(first?.views.map((view) => view.member)).toEqual([id(1)]);
    expect(first?.without.map(({ why }) => why)).toEqual([
      'conflict',
      'unfinished',
      'role',
      'role',
      'doctor',
    ]);
    expect(second?.views).toEqual([]);
    expect(second?.without[0]).toEqual({ member: id(1), why: 'left-out' });
  });
});
