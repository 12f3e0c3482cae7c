import fc from 'fast-check';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { canonicalJson } from '#shared/domain/canonical.ts';
import type { BulkChange } from '#shared/domain/evidence-list/bulk-change.ts';
import {
  type AppUnderTest,
  refusal,
  startApp,
  testConclusion,
  testItem,
  testPassphrase,
  testPlan,
  testPortfolio,
  withPortfolio,
} from '#test/support/app-under-test.ts';
import { proved, sized } from '#test/support/prove.ts';

/**
 * Undo and redo against the simplest model there is: pictures of everything, in two stacks. Whatever was done, edits,
 * bulk edits, trash, moves to another portfolio and back, settings, reviews, with restarts in between, undoing shows the picture before, redoing the one after.
 */
let under: AppUnderTest;
let now = Date.parse('2030-01-15T12:00:00Z');
beforeAll(async () => {
  under = await startApp('in process', {
    clock: { now: () => new Date(now), today: () => '2030-01-15' },
  });
  await withPortfolio(under);
});
afterAll(() => under.close());

const capability = fc.constantFrom('IM1', 'IM2', 'IM7');
const some = fc.array(fc.nat(30), { minLength: 1, maxLength: 4 });
const bulk: fc.Arbitrary<BulkChange> = fc.oneof(
  fc.record({ kind: fc.constantFrom('link' as const, 'unlink' as const), capability }),
  fc.record({ kind: fc.constant('move-link' as const), from: capability, to: capability }),
  fc.record({ kind: fc.constantFrom('trash' as const, 'restore' as const) }),
);
const step = fc.oneof(
  {
    weight: 2,
    arbitrary: fc.record({
      do: fc.constant('create' as const),
      title: fc.string({ minLength: 1, maxLength: 6 }),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      do: fc.constant('type' as const),
      at: fc.nat(30),
      saves: fc.integer({ min: 1, max: 4 }),
    }),
  },
  { weight: 3, arbitrary: fc.record({ do: fc.constant('bulk' as const), some, change: bulk }) },
  {
    weight: 1,
    arbitrary: fc.record({ do: fc.constantFrom('trash' as const, 'restore' as const), at: fc.nat(30) }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      do: fc.constant('employer' as const),
      name: fc.string({ minLength: 1, maxLength: 5 }),
    }),
  },
  { weight: 1, arbitrary: fc.record({ do: fc.constantFrom('schedule' as const, 'replan' as const) }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('older' as const), at: fc.nat(30) }) },
  {
    weight: 2,
    arbitrary: fc.record({ do: fc.constantFrom('move-out' as const, 'move-in' as const), some }),
  },
  { weight: 6, arbitrary: fc.record({ do: fc.constantFrom('undo' as const, 'redo' as const) }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('restart' as const) }) },
);
type Step = typeof step extends fc.Arbitrary<infer T> ? T : never;

/** Everything of the portfolio, by value. */
async function picture(portfolioId: string): Promise<string> {
  const { store } = await under.app.session.portfolio(portfolioId);
  const sorted = (records: Iterable<readonly [string, unknown]>) =>
    [...records].sort(([a], [b]) => a.localeCompare(b));
  return canonicalJson([
    sorted(store.all('portfolio')),
    sorted(store.all('evidence')),
    sorted(store.all('reviews')),
    sorted(store.all('seals')),
  ]);
}

async function signedReview(portfolioId: string): Promise<void> {
  const { reviews, guidance } = under.client;
  const { id } = await reviews.schedule({ portfolioId, plan: { ...testPlan(), heldOn: '2030-01-10' } });
  for (const { code } of (await guidance.get({ packId: testPortfolio.packId })).capabilities) {
    const judgement = { capability: code, level: 'developing', reason: 'Seen.' } as const;
    await reviews.judge({ portfolioId, id, judgement });
  }
  await reviews.conclude({ portfolioId, id, conclusion: testConclusion });
  await reviews.sign({
    portfolioId,
    id,
    passphrase: 'the chair’s own passphrase',
    identityCheck: 'photo-id',
    newKey: false,
  });
}

/** Of both portfolios between which items are moved. */
const pictures = async (ends: Ends): Promise<string> =>
  `${await picture(ends.portfolioId)}${await picture(ends.other)}`;

type Ends = { readonly portfolioId: string; readonly other: string };
let turn = 0;

/** Where to ask: what a move did can be taken back in either portfolio, so every second time in the other one. */
async function placeFor(ends: Ends, which: 'undo' | 'redo') {
  const { history } = under.client;
  const own = (await history.undoState({ portfolioId: ends.portfolioId }))[which];
  turn += 1;
  if (own === null || !own.action.startsWith('evidence.move-') || own.action === 'evidence.move-link')
    return { portfolioId: ends.portfolioId, step: own };
  if (turn % 2 === 0) return { portfolioId: ends.portfolioId, step: own };
  return { portfolioId: ends.other, step: (await history.undoState({ portfolioId: ends.other }))[which] };
}

/** Does one step, where there is something to do it with. */
async function perform(ends: Ends, asked: Step): Promise<void> {
  const { portfolioId, other } = ends;
  const { evidence, reviews, portfolios, history } = under.client;
  const { store } = await under.app.session.portfolio(portfolioId);
  const items = [...store.all('evidence').values()];
  const pick = (at: number) => items[at % Math.max(1, items.length)];
  switch (asked.do) {
    case 'create':
      await evidence.create({ portfolioId, item: { ...testItem, title: `T${asked.title}` } });
      return;
    case 'type': {
      const item = pick(asked.at);
      if (item === undefined) return;
      for (let save = 0; save < asked.saves; save += 1) {
        now += 3000;
        const reflection = `${item.reflection} more${save}`;
        await evidence.update({
          portfolioId,
          id: item.id,
          item: { ...testItem, title: item.title, reflection },
        });
      }
      return;
    }
    case 'bulk': {
      const ids = asked.some.flatMap((at) => pick(at)?.id ?? []);
      if (ids.length > 0) await evidence.changeMany({ portfolioId, ids, change: asked.change });
      return;
    }
    case 'move-out': {
      const ids = asked.some.flatMap((at) => pick(at)?.id ?? []);
      if (ids.length > 0) await evidence.moveTo({ portfolioId, ids, to: other });
      return;
    }
    case 'move-in': {
      const away = [...(await under.app.session.portfolio(other)).store.all('evidence').keys()];
      const ids = asked.some.flatMap((at) => away[at % Math.max(1, away.length)] ?? []);
      if (ids.length > 0) await evidence.moveTo({ portfolioId: other, ids, to: portfolioId });
      return;
    }
    case 'trash':
    case 'restore': {
      const item = pick(asked.at);
      if (item !== undefined && (item.trashedAt === null) === (asked.do === 'trash'))
        await evidence[asked.do]({ portfolioId, id: item.id });
      return;
    }
    case 'employer':
      await portfolios.update({ portfolioId, portfolio: { ...testPortfolio, employer: `E${asked.name}` } });
      return;
    case 'schedule':
      await reviews.schedule({ portfolioId, plan: testPlan() });
      return;
    case 'replan': {
      const open = [...store.all('reviews').values()].find(({ state }) => state !== 'signed');
      if (open !== undefined)
        await reviews.replan({ portfolioId, id: open.id, plan: { ...testPlan(), place: String(now) } });
      return;
    }
    case 'older': {
      const item = pick(asked.at);
      if (item === undefined) return;
      const at = { portfolioId, collection: 'evidence', id: item.id } as const;
      const { versions } = await history.versions(at);
      const older = versions.findLast(({ deleted }) => !deleted);
      const [newest] = versions;
      if (older !== undefined && newest !== undefined)
        await history.restore({ ...at, revision: older.revision, seen: newest.revision });
      return;
    }
    default:
      throw new TypeError('not a change');
  }
}

it(
  'undoes and redoes whatever was done, and never touches what is signed',
  async () => {
    const runs = sized(5, 60);
    let undone = 0;
    let redone = 0;
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 10, maxLength: sized(30, 45) }), async (steps) => {
        const { portfolios, history, app } = under.client;
        const { id: portfolioId } = await portfolios.create(testPortfolio);
        const ends = { portfolioId, other: (await portfolios.create(testPortfolio)).id };
        await signedReview(portfolioId);
        const sealed = async () => {
          const { store } = await under.app.session.portfolio(portfolioId);
          const signed = [...store.all('reviews').values()].filter(({ state }) => state === 'signed');
          return canonicalJson([signed, [...store.all('seals')]]);
        };
        const atStart = await sealed();
        const past: [before: string, after: string][] = [];
        const future: [before: string, after: string][] = [];
        for (const asked of steps) {
          // Further apart than one spell of typing.
          now += 600_000;
          const before = await pictures(ends);
          if (asked.do === 'restart') {
            await app.lock();
            await app.unlock({ passphrase: testPassphrase });
          } else if (asked.do === 'undo') {
            const { portfolioId: at, step: undo } = await placeFor(ends, 'undo');
            const known = past.pop();
            if (undo === null || known === undefined) {
              expect([undo, known]).toEqual([null, undefined]);
              continue;
            }
            await history.undo({ portfolioId: at, seq: undo.seq, to: undo.to });
            expect(await pictures(ends)).toBe(known[0]);
            future.push(known);
            undone += 1;
          } else if (asked.do === 'redo') {
            const { portfolioId: at, step: redo } = await placeFor(ends, 'redo');
            const known = future.pop();
            if (redo === null || known === undefined) {
              expect([redo, known]).toEqual([null, undefined]);
              continue;
            }
            await history.redo({ portfolioId: at, seq: redo.seq });
            expect(await pictures(ends)).toBe(known[1]);
            past.push(known);
            redone += 1;
          } else {
            const lines = (await under.app.session.portfolio(portfolioId)).store.head().entries;
            await perform(ends, asked);
            const { store } = await under.app.session.portfolio(portfolioId);
            if (store.head().entries === lines) continue;
            past.push([before, await pictures(ends)]);
            future.length = 0;
          }
          expect(await sealed()).toBe(atStart);
        }
        // All the way back: what is left is the portfolio and what was signed.
        for (let known = past.pop(); known !== undefined; known = past.pop()) {
          const { undo } = await history.undoState({ portfolioId });
          await history.undo({ portfolioId, seq: undo?.seq ?? 0, to: undo?.to ?? 0 });
          expect(await pictures(ends)).toBe(known[0]);
        }
        expect((await history.undoState({ portfolioId })).undo).toBeNull();
        expect(await sealed()).toBe(atStart);
      }),
      { numRuns: runs, seed: 20300115, endOnFailure: true },
    );
    proved(
      'undo and redo against a model',
      `${runs} random histories, ${undone} undone, ${redone} redone, 0 differences`,
    );
  },
  sized(120_000, 3_600_000),
);

it('reaches back at least a hundred steps, after a restart too', async () => {
  const { id: portfolioId } = await under.client.portfolios.create(testPortfolio);
  const pictures: string[] = [];
  const many = 130;
  for (let number = 0; number < many; number += 1) {
    now += 600_000;
    pictures.push(await picture(portfolioId));
    await under.client.evidence.create({ portfolioId, item: { ...testItem, title: `Item ${number}` } });
  }
  await under.client.app.lock();
  await under.client.app.unlock({ passphrase: testPassphrase });
  for (const before of pictures.reverse()) {
    const { undo } = await under.client.history.undoState({ portfolioId });
    await under.client.history.undo({ portfolioId, seq: undo?.seq ?? 0, to: undo?.to ?? 0 });
    expect(await picture(portfolioId)).toBe(before);
  }
  expect(await refusal(under.client.history.undo({ portfolioId, seq: 1, to: 1 }))).toMatchObject({
    code: 'NOT_UNDOABLE',
  });
});
