import type { PortfolioStore } from '#electron/services/ports.ts';
import { daysAfter, yearsBefore } from '#shared/domain/dates.ts';
import type { PanelMember, PanelRole, Review } from '#shared/domain/review.ts';
import type { ReviewStep } from '#shared/domain/review-process/step.ts';
import { type AppUnderTest, testPlan } from './app-under-test.ts';

export const panelDay = '2030-01-15';
/** The clock of a laptop on the day of the panel. */
export const panelClock = { now: () => new Date(`${panelDay}T12:00:00Z`), today: () => panelDay };

export const panelMember = (role: PanelRole, name: string, gmcNumber: string | null = null): PanelMember => ({
  id: crypto.randomUUID(),
  name: `${name} (invented)`,
  role,
  gmcNumber,
  organisation: '',
});

export const threeMembers = (): readonly [PanelMember, PanelMember, PanelMember] => [
  panelMember('chair', 'Dr Test Chair', '0000008'),
  panelMember('cesr-team', 'Dr Test Team', '0000007'),
  panelMember('external', 'Dr Test External', '0000006'),
];

/** A review of today that is open to this panel, with everything the portfolio holds handed in. */
export async function openReview(
  { client, app }: Pick<AppUnderTest, 'client' | 'app'>,
  portfolioId: string,
  panel: readonly PanelMember[],
  { quorum = 2, heldOn = panelDay } = {},
): Promise<string> {
  const review = await client.reviews.schedule({
    portfolioId,
    plan: {
      ...testPlan(),
      heldOn,
      period: { from: '2029-01-15', to: heldOn },
      panel: [...panel],
      rules: {
        evidenceBy: heldOn,
        window: { from: '2030-01-01', to: '2030-02-28' },
        quorum,
        responseDays: 10,
      },
    },
  });
  await handIn(app, portfolioId, review.id);
  return review.id;
}

/** A review of today, open to its panel for a month around it. */
export const reviewToday = (today: string, panel: readonly PanelMember[]): Review => ({
  ...testPlan(),
  id: crypto.randomUUID(),
  heldOn: today,
  period: { from: yearsBefore(today, 1), to: today },
  panel: [...panel],
  rules: {
    evidenceBy: today,
    window: { from: daysAfter(today, -14), to: daysAfter(today, 14) },
    quorum: 2,
    responseDays: 10,
  },
  state: 'scheduled',
  judgements: [],
  progressMade: '',
  progressNeeded: '',
  actions: [],
  followUps: [],
  outcome: null,
  outcomeReason: '',
  nextReviewOn: null,
  signOff: null,
  createdAt: `${today}T00:00:00.000Z`,
  updatedAt: `${today}T00:00:00.000Z`,
});

/** Evidence is asked for and handed in, as it is now. */
export async function handIn(app: AppUnderTest['app'], portfolioId: string, review: string): Promise<void> {
  const { store } = await app.session.portfolio(portfolioId);
  await handedInNow(store, review, panelDay);
}

export async function handedInNow(store: PortfolioStore, review: string, on: string): Promise<void> {
  const version = (collection: 'evidence' | 'supervisorReports') => (id: string) => ({
    id,
    revision: store.heads(collection, id)[0]?.revision ?? '',
  });
  const at = `${on}T00:30:00.000Z`;
  const snapshot = {
    id: crypto.randomUUID(),
    review,
    at,
    journal: store.head(),
    on,
    items: [...store.all('evidence').values()]
      .filter(({ trashedAt, draft }) => trashedAt === null && draft !== true)
      .map(({ id }) => version('evidence')(id)),
    report: [...store.all('supervisorReports').keys()].map(version('supervisorReports'))[0] ?? null,
  };
  const by = (role: 'administrator' | 'doctor') => ({
    name: 'Somebody (invented)',
    gmcNumber: null,
    role,
    device: null,
  });
  const asked: ReviewStep = {
    id: crypto.randomUUID(),
    review,
    after: null,
    at,
    by: by('administrator'),
    kind: 'request-evidence',
  };
  const submitted: ReviewStep = {
    ...asked,
    id: crypto.randomUUID(),
    after: asked.id,
    by: by('doctor'),
    kind: 'submit',
    snapshot: snapshot.id,
  };
  await store.commit('review.submit', [
    { collection: 'snapshots', id: snapshot.id, value: snapshot },
    { collection: 'steps', id: asked.id, value: asked },
    { collection: 'steps', id: submitted.id, value: submitted },
  ]);
}
