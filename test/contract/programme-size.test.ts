import { afterAll, beforeAll, expect, it } from 'vitest';
import { newPortfolio } from '#electron/services/portfolios.ts';
import {
  type AppUnderTest,
  startApp,
  testItem,
  testPassphrase,
  testPortfolio,
  testProfile,
} from '#test/support/app-under-test.ts';
import { handedIn, someReview, someSignature, someSteps } from '#test/support/programme-records.ts';
import { proved, sized } from '#test/support/prove.ts';
import { watchTurns } from '#test/support/turns.ts';

const portfolios = 30;
const items = sized(60, 1000);
const at = '2026-01-01T00:00:00.000Z';
/** What a person notices as a pause, in time this thread worked. Milliseconds. */
const longestStall = 50;
let under: AppUnderTest;
beforeAll(async () => {
  under = await startApp('in process');
  await under.client.app.createVault({ passphrase: testPassphrase, profile: testProfile });
});
afterAll(() => under.close());

it('opens thirty portfolios and tells of them without holding up who waits', async () => {
  const { ports, session } = under.app;
  for (let number = 0; number < portfolios; number += 1) {
    const input = { ...testPortfolio, doctor: { name: `Dr ${number} (invented)`, gmcNumber: null } };
    const { store } = await newPortfolio(ports, session.vault(), input, false);
    const review = someReview({ state: 'signed', signOff: someSignature('2026-11-12') });
    const evidence = Array.from({ length: items }, (_, item) => ({
      ...testItem,
      id: crypto.randomUUID(),
      title: `Item ${item}`,
      createdAt: at,
      updatedAt: at,
      trashedAt: null,
    }));
    await store.commit('test.fill', [
      { collection: 'reviews', id: review.id, value: review },
      ...someSteps(review, handedIn()).map((value) => ({
        collection: 'steps' as const,
        id: value.id,
        value,
      })),
      ...evidence.map((value) => ({ collection: 'evidence' as const, id: value.id, value })),
    ]);
  }
  await under.client.app.lock();
  await under.client.app.unlock({ passphrase: testPassphrase });

  const longest: Record<string, number> = {};
  const measured = async (name: string, work: () => Promise<unknown>) => {
    const stopped = watchTurns();
    await work();
    longest[name] = stopped();
  };
  const { programme } = under.client;
  const started = performance.now();
  await measured('opening', async () => {
    expect((await programme.tasks()).portfolios).toBe(portfolios);
  });
  const opened = performance.now() - started;
  await measured('tasks', () => programme.tasks());
  await measured('calendar', () => programme.calendar({ from: '2026-01-01', to: '2026-12-31' }));
  await measured('statistics', () => programme.statistics());
  await measured('calendar file', () => programme.calendarFile({ what: 'all', names: true }));
  const figures = Object.entries(longest).map(([name, most]) => `${name} ${most.toFixed(1)} ms`);
  proved(
    'the programme of thirty portfolios',
    `${items} items each, opened in ${opened.toFixed(0)} ms; longest stalls: ${figures.join(', ')}`,
  );
  expect(Math.max(...Object.values(longest)), figures.join(', ')).toBeLessThan(longestStall);
});
