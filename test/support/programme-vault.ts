import { createApp } from '#electron/app.ts';
import { furnishVault } from '#electron/services/furnish-vault.ts';
import { newPortfolio } from '#electron/services/portfolios.ts';
import { daysAfter, type IsoDate } from '#shared/domain/dates.ts';
import { defaultOutcomes } from '#shared/domain/outcomes.ts';
import { usualDeadlines } from '#shared/domain/programme/deadline-settings.ts';
import { rulesFor } from '#shared/domain/programme/deadlines.ts';
import type { Review } from '#shared/domain/review.ts';
import { someReview, someSignature, someSteps } from './programme-records.ts';
import { testFolders } from './renderer-folder.ts';

type Said = Parameters<typeof someSteps>[1];
type Kept = { readonly review: Review; readonly said: Said };

/** A review so many days from today, asked for as the programme asks. */
function ahead(today: IsoDate, days: number, asked: boolean): Kept {
  const heldOn = daysAfter(today, days);
  const review = someReview({
    heldOn,
    place: 'Seminar room 2',
    period: { from: daysAfter(heldOn, -365), to: heldOn },
    rules: rulesFor(heldOn, usualDeadlines, 2),
    createdAt: `${daysAfter(today, -90)}T09:00:00.000Z`,
    updatedAt: `${daysAfter(today, -90)}T09:00:00.000Z`,
  });
  return { review, said: asked ? [{ kind: 'request-evidence', on: daysAfter(today, -40) }] : [] };
}

function released(today: IsoDate, ago: number, outcome: Review['outcome'] | undefined): Kept {
  const kept = ahead(today, -ago, true);
  const { heldOn } = kept.review;
  const day = (days: number) => daysAfter(heldOn, days);
  return {
    review: { ...kept.review, state: 'signed', outcome: outcome ?? null, signOff: someSignature(day(2)) },
    said: [
      { kind: 'request-evidence', on: day(-50) },
      { kind: 'submit', on: day(-20), by: 'doctor', snapshot: crypto.randomUUID() },
      { kind: 'release', on: day(4 + (ago % 7)) },
      { kind: 'acknowledge', on: day(14), by: 'doctor' },
    ],
  };
}

/** Makes a programme lead's vault: twenty-two invented doctors, whose reviews are behind and before them. */
export async function makeProgrammeVault(vaultFolder: string, passphrase: string): Promise<void> {
  const app = await createApp({ vaultFolder, host: 'browser', folders: await testFolders(vaultFolder) });
  const { ports } = app;
  const today = ports.clock.today();
  const owner = ports.newId();
  const vault = await ports.vaults.create(vaultFolder, passphrase, owner);
  const lead = { name: 'Ms Programme Lead (invented)', roles: ['programme-lead'] as const, gmcNumber: null };
  await furnishVault(ports, vault, owner, lead, false);
  const [first, second] = defaultOutcomes;
  const reviews: readonly (readonly Kept[])[] = [
    [ahead(today, 9, true)],
    [ahead(today, 9, true)],
    [ahead(today, 24, true)],
    [ahead(today, 52, false)],
    [released(today, 200, first), ahead(today, 3, true)],
    [],
    ...Array.from({ length: 14 }, (_, at) => [released(today, 150 + at, first)]),
    ...Array.from({ length: 2 }, (_, at) => [released(today, 160 + at, second)]),
  ];
  for (const [at, kept] of reviews.entries()) {
    const packId = at % 3 === 0 ? 'emergency-medicine' : 'general-internal-medicine';
    const { store, portfolio } = await newPortfolio(
      ports,
      vault,
      {
        doctor: { name: `Dr ${String.fromCharCode(65 + at)} Fellow (invented)`, gmcNumber: null },
        packId,
        targetDate: daysAfter(today, 700),
        employer: 'Test NHS Trust (invented)',
      },
      false,
    );
    const changes = kept.flatMap(({ review, said }) => [
      { collection: 'reviews' as const, id: review.id, value: review },
      ...someSteps(review, said).map((value) => ({ collection: 'steps' as const, id: value.id, value })),
    ]);
    if (at === 5) {
      const createdAt = `${daysAfter(today, -420)}T09:00:00.000Z`;
      await store.commit('test.fill', [
        { collection: 'portfolio', id: portfolio.id, value: { ...portfolio, createdAt } },
      ]);
    }
    if (changes.length > 0) await store.commit('test.fill', changes);
  }
  await vault.close();
  await app.close();
}
