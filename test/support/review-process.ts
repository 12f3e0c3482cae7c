import type { AppClient } from '#electron/host/router-client.ts';
import type { ReviewConclusion, ReviewPlan } from '#shared/domain/review.ts';
import type { ReviewRules } from '#shared/domain/review-process/rules.ts';
import type { Actor, ProcessView } from '#shared/domain/review-process/view.ts';
import { testConclusion, testProfile } from './app-under-test.ts';

type Take = Parameters<AppClient['reviewProcess']['take']>[0];

/** A clock that tests move: the day, at noon. */
export function movingClock(first: string) {
  let day = first;
  return {
    clock: { now: () => new Date(`${day}T12:00:00Z`), today: () => day },
    setDay: (next: string) => {
      day = next;
    },
  };
}

export const testRules: ReviewRules = {
  evidenceBy: '2027-03-01',
  window: { from: '2027-03-01', to: '2027-03-16' },
  quorum: 2,
  responseDays: 10,
};

const member = (role: ReviewPlan['panel'][number]['role'], name: string) => ({
  id: crypto.randomUUID(),
  name: `${name} (invented)`,
  role,
  gmcNumber: null,
  organisation: '',
});

/** A panel of six for a review on 15 March 2027. */
export const testPanel = () => ({
  chair: member('chair', 'Dr Cara Chair'),
  supervisor: member('supervisor', 'Dr Sam Supervisor'),
  team: member('cesr-team', 'Dr Tess Team'),
  external: member('external', 'Dr Ed External'),
  administrator: member('administrator', 'Ann Administrator'),
  lay: member('lay', 'Lee Lay'),
});

export const planFor = (
  panel: ReturnType<typeof testPanel>,
  rules: Partial<ReviewRules> = {},
): ReviewPlan => ({
  heldOn: '2027-03-15',
  place: 'Test Hospital (invented)',
  period: { from: '2026-03-15', to: '2027-03-14' },
  panel: Object.values(panel),
  rules: { ...testRules, ...rules },
});

export const chairPassphrase = 'the chair’s own passphrase';

/** Everything a test does with one review, told shortly. */
export function holding(client: AppClient, portfolioId: string, id: string) {
  const at = { portfolioId, id };
  const state = (): Promise<ProcessView> => client.reviewProcess.state(at);
  const take = async (as: Actor, step: Take['step']) =>
    client.reviewProcess.take({ ...at, after: (await state()).head, as, step });
  const judgeAll = async (codes: readonly string[]) => {
    for (const capability of codes)
      await client.reviews.judge({
        ...at,
        judgement: { capability, level: 'developing', reason: `Seen for ${capability}.` },
      });
  };
  const conclude = (conclusion: Partial<ReviewConclusion> = {}) =>
    client.reviews.conclude({ ...at, conclusion: { ...testConclusion, ...conclusion } });
  const sign = () =>
    client.reviews.sign({
      ...at,
      passphrase: chairPassphrase,
      identityCheck: 'known-personally',
      newKey: false,
    });
  return { at, state, take, judgeAll, conclude, sign };
}

export const doctorName = testProfile.name;
