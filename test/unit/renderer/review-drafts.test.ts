import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  type ActionDraft,
  blankAction,
  type ConclusionDraft,
  carriedOver,
  checkConclusion,
  conclusionDraftOf,
  isBlankAction,
} from '#renderer/features/reviews/hold/conclusion-draft.ts';
import {
  checkJudgements,
  judgementDraftsOf,
  judgementState,
} from '#renderer/features/reviews/hold/judgement-draft.ts';
import { blankPlan, periodBefore, planSchema } from '#renderer/features/reviews/plan/plan-draft.ts';
import { signSchema } from '#renderer/forms/signing/signing-schema.ts';
import type { Action, Review, ReviewConclusion } from '#shared/domain/review.ts';

const empty: ReviewConclusion = {
  progressMade: '',
  progressNeeded: '',
  actions: [],
  followUps: [],
  outcome: null,
  outcomeReason: '',
  nextReviewOn: null,
};
const action: Action = {
  id: crypto.randomUUID(),
  what: 'Lead a project',
  measure: 'Protocol approved',
  owner: 'Dr Test Doctor (invented)',
  dueOn: '2027-05-01',
  capability: 'G5',
  status: 'open',
};
const draft = (part: Partial<ConclusionDraft>): ConclusionDraft => ({
  ...conclusionDraftOf(empty, []),
  ...part,
});

describe('the conclusion while it is written', () => {
  test('what is whole is saved; a half-typed action waits and is named', () => {
    const half: ActionDraft = { ...blankAction('Dr Test'), what: 'Present at the audit day' };
    const { conclusion, faults } = checkConclusion(
      draft({ progressMade: 'Much.', actions: [{ ...action }, half] }),
      empty,
    );
    expect(conclusion).toEqual({ ...empty, progressMade: 'Much.', actions: [action] });
    expect(faults).toEqual([
      { path: ['actions', 1, 'measure'], code: 'required' },
      { path: ['actions', 1, 'dueOn'], code: 'required' },
    ]);
  });

  test('a row in which only the owner stands is blank: neither saved nor a fault', () => {
    const blank = blankAction('Dr Test Doctor (invented)');
    expect(isBlankAction(blank)).toBe(true);
    expect(checkConclusion(draft({ actions: [blank] }), empty)).toEqual({ conclusion: empty, faults: [] });
  });

  test('a saved action that is emptied while being edited is not lost from the disk', () => {
    const saved = { ...empty, actions: [action] };
    const { conclusion, faults } = checkConclusion(draft({ actions: [{ ...action, measure: ' ' }] }), saved);
    expect(conclusion.actions).toEqual([action]);
    expect(faults).toEqual([{ path: ['actions', 0, 'measure'], code: 'required' }]);
  });

  test('a date that is half typed leaves the saved one in place', () => {
    const saved = { ...empty, nextReviewOn: '2027-11-10' };
    const typing = checkConclusion(draft({ nextReviewOn: '1/1/' }), saved);
    expect(typing.conclusion.nextReviewOn).toBe('2027-11-10');
    expect(typing.faults).toEqual([{ path: ['nextReviewOn'], code: 'date' }]);
    expect(checkConclusion(draft({ nextReviewOn: null }), saved).conclusion.nextReviewOn).toBeNull();
  });

  test('a note without a result waits; a result needs no note', () => {
    const followUps = [{ action: action.id, status: null, note: 'Left the Trust.' }];
    expect(checkConclusion(draft({ followUps }), empty).faults).toEqual([
      { path: ['followUps', 0, 'status'], code: 'required' },
    ]);
    const done = [{ action: action.id, status: 'done' as const, note: '' }];
    expect(checkConclusion(draft({ followUps: done }), empty).conclusion.followUps).toEqual(done);
  });

  test('every action of the last review gets a row, with what was recorded of it', () => {
    const other = { ...action, id: crypto.randomUUID() };
    const saved = { ...empty, followUps: [{ action: other.id, status: 'done' as const, note: 'Seen.' }] };
    expect(conclusionDraftOf(saved, [action, other]).followUps).toEqual([
      { action: action.id, status: null, note: '' },
      { action: other.id, status: 'done', note: 'Seen.' },
    ]);
  });

  test('what is carried over is a new action; a due date that has passed is to be set again', () => {
    expect(carriedOver(action, '2026-11-10')).toEqual({
      ...action,
      id: expect.not.stringMatching(action.id),
    });
    expect(carriedOver(action, '2027-05-01').dueOn).toBe('');
  });

  test('whatever is on the screen, what is saved satisfies the record', () => {
    const text = fc.string({ maxLength: 30 });
    const rows = fc.array(
      fc.record({
        id: fc.uuid(),
        what: text,
        measure: text,
        owner: text,
        dueOn: fc.oneof(text, fc.constant('2027-01-31')),
        capability: fc.constantFrom(null, 'G1'),
        status: fc.constant('open' as const),
      }),
      { maxLength: 5 },
    );
    fc.assert(
      fc.property(rows, text, fc.option(text), (actions, progressMade, nextReviewOn) => {
        const { conclusion, faults } = checkConclusion(draft({ actions, progressMade, nextReviewOn }), empty);
        const again = checkConclusion(conclusionDraftOf(conclusion, []), conclusion);
        expect(again.faults).toEqual([]);
        expect(again.conclusion).toEqual(conclusion);
        const begun = actions.filter((row) => !isBlankAction(row)).length;
        const held = new Set(faults.filter(({ path }) => path[0] === 'actions').map(({ path }) => path[1]));
        expect(conclusion.actions.length + held.size).toBe(begun);
      }),
    );
  });
});

describe('judgements while they are written', () => {
  const review = {
    judgements: [{ capability: 'G2', level: 'limited', reason: 'Old.' }],
  } as unknown as Review;

  test('there is one for each capability, in the order of the guidance', () => {
    expect(judgementDraftsOf(review, ['G1', 'G2']).judgements).toEqual([
      { capability: 'G1', level: null, reason: '', progressMade: '', progressNeeded: '' },
      { capability: 'G2', level: 'limited', reason: 'Old.', progressMade: '', progressNeeded: '' },
    ]);
  });

  test('a level without a reason waits, and so does a reason without a level', () => {
    const empty = { level: null, reason: '', progressMade: '', progressNeeded: '' };
    const judgements = [
      { ...empty, capability: 'G1', level: 'developing' as const, reason: '  ' },
      { ...empty, capability: 'G2', reason: 'Seen.' },
      { ...empty, capability: 'G3', level: 'limited' as const, reason: ' Little. ', progressMade: ' One. ' },
      { ...empty, capability: 'G4' },
      { ...empty, capability: 'G5', progressNeeded: 'More.' },
    ];
    expect(checkJudgements({ judgements })).toEqual({
      whole: [{ capability: 'G3', level: 'limited', reason: 'Little.', progressMade: 'One.' }],
      faults: [
        { path: ['judgements', 0, 'reason'], code: 'required' },
        { path: ['judgements', 1, 'level'], code: 'required' },
        { path: ['judgements', 4, 'level'], code: 'required' },
        { path: ['judgements', 4, 'reason'], code: 'required' },
      ],
    });
    expect(judgements.map((judgement) => judgementState(judgement).is)).toEqual([
      'begun',
      'begun',
      'judged',
      'none',
      'begun',
    ]);
  });
});

describe('the plan', () => {
  test('covers the twelve months up to the review', () => {
    expect(periodBefore('2024-02-29')).toEqual({ from: '2023-02-28', to: '2024-02-29' });
    expect(periodBefore('29/2/')).toEqual({ from: '', to: '' });
  });

  test('starts with one chair and one supervisor, still to be named', () => {
    const plan = blankPlan('2026-11-10');
    const named = { ...plan, panel: plan.panel.map((member) => ({ ...member, name: 'Dr Test (invented)' })) };
    expect(planSchema.safeParse(plan).success).toBe(false);
    expect(planSchema.safeParse(named).success).toBe(true);
    expect(plan.rules).toEqual({
      evidenceBy: '2026-10-27',
      window: { from: '2026-10-27', to: '2026-11-11' },
      quorum: 2,
      responseDays: 10,
    });
  });
});

describe('signing', () => {
  const codes = (standing: 'owner' | 'known' | 'new', value: object) =>
    signSchema(standing)
      .safeParse({ passphrase: '', again: '', identityCheck: null, ...value })
      .error?.issues.map(({ path, message }) => [path.join('.'), message]) ?? [];

  test('the owner gives a passphrase and nothing else', () => {
    expect(codes('owner', {})).toEqual([['passphrase', 'required']]);
    expect(codes('owner', { passphrase: 'x' })).toEqual([]);
  });

  test('a chair who has signed here gives a passphrase and how they were identified', () => {
    expect(codes('known', { passphrase: 'short', identityCheck: 'photo-id' })).toEqual([]);
    expect(codes('known', { passphrase: 'short' }).map(([path]) => path)).toEqual(['identityCheck']);
    expect(codes('known', { passphrase: 'short', identityCheck: 'own-profile' })).toHaveLength(1);
  });

  test('a new chair chooses one of ten characters or more, typed twice', () => {
    const chosen = { identityCheck: 'staff-badge', passphrase: 'nine char', again: 'nine char' };
    expect(codes('new', chosen)).toEqual([['passphrase', 'passphrase-short']]);
    expect(codes('new', { ...chosen, passphrase: 'ten chars!', again: 'ten chars?' })).toEqual([
      ['again', 'passphrases-differ'],
    ]);
    expect(codes('new', { ...chosen, passphrase: 'ten chars!', again: 'ten chars!' })).toEqual([]);
  });
});
