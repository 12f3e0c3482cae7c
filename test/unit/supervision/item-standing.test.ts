import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { feedbackInputSchema, feedbackVerdicts } from '#shared/domain/supervision/feedback.ts';
import { createFeedbackIndex } from '#shared/domain/supervision/feedback-index.ts';
import { standingOf } from '#shared/domain/supervision/item-standing.ts';
import { isThisPerson } from '#shared/domain/supervision/person.ts';
import {
  feedbackSample,
  hashOf,
  idOf,
  itemSample,
  otherSupervisor,
  supervisorPerson,
} from '#test/support/supervision-samples.ts';

const now = hashOf(1);
const isPresent = ({ content }: { readonly content: string }) => content === now;

const anyFeedback = fc
  .record({
    n: fc.integer({ min: 1, max: 400 }),
    verdict: fc.constantFrom(...feedbackVerdicts),
    content: fc.constantFrom(now, hashOf(2)),
    by: fc.constantFrom(supervisorPerson, otherSupervisor),
    item: fc.constantFrom(idOf(1000), idOf(1001), idOf(1002)),
  })
  .map(({ n, ...change }) => feedbackSample(n, change));
const someFeedback = fc.uniqueArray(anyFeedback, { maxLength: 12, selector: ({ id }) => id });

describe('where an item stands', () => {
  it('is told by the last decision of each person on what it says now', () => {
    const returned = feedbackSample(1, { verdict: 'returned', comment: 'Which audit?' });
    const accepted = feedbackSample(2, { verdict: 'accepted' });
    const remark = feedbackSample(3, { verdict: 'comment', comment: 'Well done.' });
    const other = feedbackSample(4, { verdict: 'accepted', by: otherSupervisor });
    expect(standingOf([], isPresent)).toEqual({ state: 'none', by: null });
    expect(standingOf([returned, other], isPresent)).toEqual({ state: 'returned', by: returned });
    expect(standingOf([returned, accepted, remark], isPresent)).toEqual({ state: 'accepted', by: accepted });
    expect(standingOf([remark], isPresent).state).toBe('seen');
    const before = feedbackSample(5, { verdict: 'returned', comment: 'x', content: hashOf(2) });
    expect(standingOf([before], isPresent)).toEqual({ state: 'changed', by: before });
    expect(standingOf([before, accepted], isPresent).state).toBe('accepted');
    const declined = feedbackSample(6, { verdict: 'declined', comment: 'I was not there.' });
    expect(standingOf([declined], isPresent).state).toBe('none');
  });

  it('does not depend on the order in which feedback came', () => {
    fc.assert(
      fc.property(
        someFeedback.chain((all) =>
          fc.tuple(fc.constant(all), fc.shuffledSubarray([...all], { minLength: all.length })),
        ),
        ([all, shuffled]) => {
          expect(standingOf(shuffled, isPresent)).toEqual(standingOf(all, isPresent));
        },
      ),
    );
  });

  it('is accepted only where somebody accepted what it says now and nobody’s last word sent it back', () => {
    fc.assert(
      fc.property(someFeedback, (all) => {
        const { state } = standingOf(all, isPresent);
        const present = all.filter(isPresent);
        if (state === 'accepted') expect(present.some(({ verdict }) => verdict === 'accepted')).toBe(true);
        if (present.every(({ verdict }) => verdict === 'declined'))
          expect(['none', 'changed']).toContain(state);
      }),
    );
  });

  it('stays the same whether it is followed change by change or worked out afresh', () => {
    type Step =
      | { readonly add: ReturnType<typeof feedbackSample> }
      | { readonly drop: string }
      | { readonly edit: string };
    const item = fc.constantFrom(idOf(1000), idOf(1001), idOf(1002));
    const step: fc.Arbitrary<Step> = fc.oneof(
      anyFeedback.map((add) => ({ add })),
      fc.integer({ min: 1, max: 400 }).map((n) => ({ drop: idOf(n) })),
      item.map((edit) => ({ edit })),
    );
    fc.assert(
      fc.property(fc.array(step, { maxLength: 40 }), (steps) => {
        const contents = new Map([1000, 1001, 1002].map((n) => [idOf(n), now]));
        const items = {
          get: (id: string) => (contents.has(id) ? { ...itemSample(1), id } : undefined),
          contentOf: ({ id }: { readonly id: string }) => contents.get(id) ?? '',
        };
        const kept = new Map<string, ReturnType<typeof feedbackSample>>();
        const followed = createFeedbackIndex(items, []);
        for (const one of steps) {
          if ('add' in one) {
            const before = kept.get(one.add.id);
            // A record never moves from one item to another.
            const add = before === undefined ? one.add : { ...one.add, item: before.item };
            kept.set(add.id, add);
            followed.apply(add.id, add);
          } else if ('drop' in one) {
            kept.delete(one.drop);
            followed.apply(one.drop, null);
          } else {
            contents.set(one.edit, contents.get(one.edit) === now ? hashOf(2) : now);
            followed.itemChanged(one.edit);
          }
          const fresh = createFeedbackIndex(items, kept.values());
          for (const id of contents.keys()) expect(followed.standing(id)).toEqual(fresh.standing(id));
        }
      }),
      { numRuns: 60 },
    );
  });
});

describe('what is said of an item', () => {
  const plain = { comment: '', passage: null, sbi: null } as const;
  const part = {
    situation: 'Take, 3 May',
    behaviour: 'Led it',
    impact: 'Calm team',
    nextStep: 'Lead the next',
  };
  const issues = (input: unknown) =>
    feedbackInputSchema
      .safeParse(input)
      .error?.issues.map(({ path, message }) => [path.join('.'), message]) ?? [];

  it('needs words where it sends back or comments', () => {
    expect(issues({ ...plain, verdict: 'accepted' })).toEqual([]);
    expect(issues({ ...plain, verdict: 'seen' })).toEqual([]);
    expect(issues({ ...plain, verdict: 'returned' })).toEqual([['comment', 'required']]);
    expect(issues({ ...plain, verdict: 'comment', comment: ' ' })).toEqual([['comment', 'required']]);
    expect(issues({ ...plain, verdict: 'comment', sbi: part })).toEqual([]);
  });

  it('in the SBI form needs a next step', () => {
    expect(issues({ ...plain, verdict: 'accepted', sbi: { ...part, nextStep: '' } })).toEqual([
      ['sbi.nextStep', 'required'],
    ]);
  });

  it('is of one person by their GMC number, or else by their name', () => {
    const [a, b] = [
      { name: 'Dr A B', gmcNumber: '0000001' },
      { name: 'dr a b', gmcNumber: null },
    ];
    expect(isThisPerson(a, b)).toBe(true);
    expect(isThisPerson(a, { ...b, gmcNumber: '0000002' })).toBe(false);
    expect(isThisPerson(a, { name: 'Dr A Newname', gmcNumber: '0000001' })).toBe(true);
  });
});
