import { describe, expect, test } from 'vitest';
import type { Id } from '#shared/domain/ids.ts';
import { reviewSchema } from '#shared/domain/review.ts';
import { allowedSteps } from '#shared/domain/review-process/allowed.ts';
import { tipOf } from '#shared/domain/review-process/chain.ts';
import { currentReviews, mayDoctorSee } from '#shared/domain/review-process/current.ts';
import { type ReviewRecord, stateOf } from '#shared/domain/review-process/standing.ts';
import type { ReviewStep, StepInput, StepRole } from '#shared/domain/review-process/step.ts';
import { workingDaysAfter } from '#shared/domain/review-process/working-days.ts';
import { planFor, testPanel } from '#test/support/review-process.ts';

const id = (n: number): Id => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`;
const review = id(900);
const record: ReviewRecord = { id: review, state: 'scheduled', ...planFor(testPanel()) };
const today = '2027-03-05';

function step(
  n: number,
  after: number | null,
  role: StepRole,
  said: StepInput,
  at = '2027-03-01',
): ReviewStep {
  const taken = {
    id: id(n),
    review,
    after: after === null ? null : id(after),
    at: `${at}T12:00:00.000Z`,
    by: { name: `${role} (invented)`, gmcNumber: null, role, device: null },
  };
  if (said.kind === 'submit' || said.kind === 'admit-late')
    return { ...taken, ...said, snapshot: id(n + 100) } as ReviewStep;
  if (said.kind === 'withdraw' || said.kind === 'amend')
    return { ...taken, ...said, next: id(n + 200) } as ReviewStep;
  return { ...taken, ...said } as ReviewStep;
}

const requested = step(1, null, 'chair', { kind: 'request-evidence' });
const submitted = step(2, 1, 'doctor', { kind: 'submit', withoutReport: 'None.' });
const begun = [requested, submitted];
const longer = step(3, 2, 'chair', {
  kind: 'change-window',
  window: { from: '2027-03-01', to: '2027-03-31' },
  reason: 'Two are away.',
});
const shorter = step(4, 2, 'administrator', {
  kind: 'change-window',
  window: { from: '2027-03-10', to: '2027-03-12' },
  reason: 'The room.',
});

describe('steps that contradict each other', () => {
  test('stop the review until the chair or the administrator says which holds', () => {
    const standing = stateOf(record, [...begun, longer, shorter], today);
    expect(standing).toMatchObject({ state: 'contested', head: submitted.id, broken: null });
    expect(standing.contested.map((one) => one.id)).toEqual([longer.id, shorter.id]);
    const open = allowedSteps(standing, 'chair', today).filter(({ why }) => why === null);
    expect(open.map(({ kind }) => kind)).toEqual(['settle']);
    expect(allowedSteps(standing, 'doctor', today).find(({ kind }) => kind === 'settle')?.why).toBe('role');
    expect(allowedSteps(standing, 'chair', today).find(({ kind }) => kind === 'release')?.why).toBe(
      'contested',
    );
  });

  test('the one that is settled for holds, whatever came after the other', () => {
    const onward = step(5, 4, 'chair', { kind: 'compare' });
    const all = [...begun, longer, shorter, onward];
    const standing = stateOf(record, all, today);
    const settle = step(6, null, 'chair', { kind: 'settle', keeps: longer.id });
    const settled = { ...settle, after: tipOf(all, standing.contested, longer.id) };
    const after = stateOf(record, [...all, settled], today);
    expect(after).toMatchObject({ state: 'open', window: { to: '2027-03-31' }, contested: [] });
    expect(after.aside.map((one) => one.id).sort()).toEqual([shorter.id, onward.id].sort());
    // Somebody without the right cannot settle it.
    const forged = { ...settled, by: { ...settled.by, role: 'doctor' as const } };
    expect(stateOf(record, [...all, forged], today).state).toBe('contested');
  });

  test('the same step taken twice is one, and what follows either follows both', () => {
    const [one, other] = [step(7, 2, 'chair', { kind: 'compare' }), step(8, 2, 'chair', { kind: 'compare' })];
    const then = step(9, 8, 'chair', { kind: 'postpone', reason: 'Ill.', heldOn: null });
    const standing = stateOf(record, [...begun, one, other, then], today);
    expect(standing).toMatchObject({ state: 'postponed', broken: null, contested: [] });
    expect(standing.steps).toHaveLength(4);
  });

  test('two who settled it differently are settled again', () => {
    const first = step(10, 3, 'chair', { kind: 'settle', keeps: longer.id });
    const second = step(11, 4, 'administrator', { kind: 'settle', keeps: shorter.id });
    const all = [...begun, longer, shorter, first, second];
    const standing = stateOf(record, all, today);
    expect(standing.state).toBe('contested');
    const after = tipOf(all, standing.contested, shorter.id);
    const third = { ...step(12, null, 'chair', { kind: 'settle', keeps: shorter.id }), after };
    expect(stateOf(record, [...all, third], today)).toMatchObject({
      window: { to: '2027-03-12' },
      contested: [],
    });
  });
});

describe('steps that do not hold together', () => {
  test('a missing one is said, and nothing after it counts', () => {
    const release = step(20, 19, 'administrator', { kind: 'release' });
    const standing = stateOf({ ...record, state: 'signed' }, [...begun, release], today);
    expect(standing).toMatchObject({
      state: 'signed',
      released: null,
      broken: { why: 'missing-step', step: release.id },
    });
    expect(allowedSteps(standing, 'chair', today).every(({ why }) => why !== null)).toBe(true);
  });

  test('one that was nobody’s to take, or comes too early, is not counted', () => {
    const early = step(21, 2, 'administrator', { kind: 'release' });
    expect(stateOf(record, [...begun, early], today)).toMatchObject({
      state: 'open',
      released: null,
      broken: { why: 'illegal-step', fault: 'not-now' },
    });
    const lay = step(22, 2, 'lay', { kind: 'release' });
    expect(stateOf({ ...record, state: 'signed' }, [...begun, lay], today)).toMatchObject({
      state: 'signed',
      broken: { fault: 'role' },
    });
  });

  test('a signed review that nobody handed anything in for is not taken for one', () => {
    expect(stateOf({ ...record, state: 'signed' }, [requested], today).broken).toMatchObject({
      why: 'no-submission',
    });
  });
});

describe('clocks', () => {
  test('that disagree are told of and decide nothing', () => {
    const ahead = step(30, 1, 'doctor', { kind: 'submit', withoutReport: 'None.' }, '2031-01-01');
    const behind = step(31, 30, 'chair', { kind: 'compare' }, '2020-01-01');
    const standing = stateOf(record, [behind, ahead, requested], today);
    expect(standing.steps.map(({ kind }) => kind)).toEqual(['request-evidence', 'submit', 'compare']);
    expect(standing.state).toBe('open');
    expect(standing.remarks).toEqual(
      expect.arrayContaining([
        { kind: 'clock-ahead', step: ahead.id, on: '2031-01-01' },
        { kind: 'clock-before', step: behind.id, on: '2020-01-01' },
      ]),
    );
  });

  test('a day’s difference is nobody’s fault', () => {
    const tomorrow = step(32, 1, 'doctor', { kind: 'submit', withoutReport: 'None.' }, '2027-02-06');
    expect(
      stateOf(record, [{ ...requested, at: '2027-02-05T12:00:00.000Z' }, tomorrow], '2027-02-05').remarks,
    ).toEqual([]);
  });

  test('a signature stands over what was done on another computer meanwhile', () => {
    const back = step(33, 2, 'doctor', { kind: 'take-back', reason: 'A name was in it.' });
    const standing = stateOf({ ...record, state: 'signed' }, [...begun, back], today);
    expect(standing.state).toBe('signed');
    expect(standing.remarks).toEqual([{ kind: 'signed-meanwhile', step: back.id }]);
    expect(stateOf({ ...record, state: 'drafted' }, [...begun, back], today)).toMatchObject({
      state: 'evidence-requested',
      remarks: [{ kind: 'written-meanwhile' }],
    });
  });
});

test('working days leave weekends out', () => {
  expect(workingDaysAfter('2027-03-05', 1)).toBe('2027-03-08');
  expect(workingDaysAfter('2027-03-06', 1)).toBe('2027-03-08');
  expect(workingDaysAfter('2027-03-01', 10)).toBe('2027-03-15');
});

test('what was withdrawn or amended counts no more, and a doctor sees nothing before the release', () => {
  const at = '2027-03-01T12:00:00.000Z';
  const whole = reviewSchema.parse({
    ...planFor(testPanel()),
    id: review,
    state: 'signed',
    judgements: [],
    progressMade: '',
    progressNeeded: '',
    actions: [],
    followUps: [],
    outcome: null,
    outcomeReason: '',
    nextReviewOn: null,
    signOff: null,
    createdAt: at,
    updatedAt: at,
  });
  const withdrawn = step(40, 2, 'chair', { kind: 'withdraw', reason: 'The wrong outcome.' });
  const draft = {
    ...whole,
    id: id(240),
    state: 'drafted' as const,
    follows: { review, how: 'withdrawn' as const, reason: 'The wrong outcome.', authority: '' },
  };
  const ids = (steps: readonly ReviewStep[]) => currentReviews([whole, draft], steps).map((one) => one.id);
  expect(ids([...begun, withdrawn])).toEqual([draft.id]);
  // Without the step that ended it, the first one stands, and the draft stands for nothing.
  expect(ids(begun)).toEqual([whole.id]);
  expect(mayDoctorSee(whole, begun)).toBe(false);
  expect(mayDoctorSee(draft, [...begun, withdrawn])).toBe(false);
  expect(mayDoctorSee({ ...whole, state: 'scheduled' }, begun)).toBe(true);
  expect(mayDoctorSee(whole, [...begun, step(41, 2, 'chair', { kind: 'release' })])).toBe(true);
});
