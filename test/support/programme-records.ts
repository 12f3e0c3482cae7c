import { type DoctorFacts, doctorFacts, type Records } from '#shared/domain/programme/facts.ts';
import type { Review } from '#shared/domain/review.ts';
import type { ReviewStep } from '#shared/domain/review-process/step.ts';
import type { TrackedAction } from '#shared/domain/supervision/tracked-action.ts';
import { testConclusion, testPlan } from './app-under-test.ts';

const rules = {
  evidenceBy: '2026-10-27',
  window: { from: '2026-10-27', to: '2026-11-17' },
  quorum: 1,
  responseDays: 10,
};

/** An invented review, its panel on 10/11/2026 unless said otherwise. */
export const someReview = (over: Partial<Review> = {}): Review => ({
  ...testPlan(),
  rules,
  ...testConclusion,
  outcome: null,
  nextReviewOn: null,
  id: crypto.randomUUID(),
  state: 'scheduled',
  judgements: [],
  signOff: null,
  createdAt: '2026-06-01T09:00:00.000Z',
  updatedAt: '2026-06-01T09:00:00.000Z',
  ...over,
});

const hash = 'a'.repeat(64);
export const someSignature = (day: string): NonNullable<Review['signOff']> => ({
  signedAt: `${day}T15:00:00.000Z`,
  signerName: 'Dr Test Chair (invented)',
  certificate: hash,
  identityCheck: 'own-profile',
  report: hash,
  model: hash,
  reportSize: 1,
  fingerprint: hash,
  signatures: [],
});

type Role = ReviewStep['by']['role'];
type Said = { readonly kind: ReviewStep['kind']; readonly on: string; readonly by?: Role } & Readonly<
  Record<string, unknown>
>;

/** Steps of one review, one after the other. */
export function someSteps(review: Review, said: readonly Said[]): readonly ReviewStep[] {
  let after: string | null = null;
  return said.map(({ on, by = 'chair', ...step }) => {
    const id = crypto.randomUUID();
    const made = {
      ...step,
      id,
      review: review.id,
      after,
      at: `${on}T10:00:00.000Z`,
      by: { name: 'Somebody (invented)', gmcNumber: null, role: by, device: null },
    } as ReviewStep;
    after = id;
    return made;
  });
}

/** Asked for and handed in. */
export const handedIn = (on = '2026-10-20') =>
  [
    { kind: 'request-evidence', on: '2026-09-15' },
    { kind: 'submit', on, by: 'doctor', snapshot: crypto.randomUUID() },
  ] as const;

const nothing: Records = { reviews: [], steps: [], reports: [], requests: [], tracked: [] };

export const someDoctor = (
  records: Partial<Records>,
  today: string,
  about: Partial<DoctorFacts> = {},
): DoctorFacts =>
  doctorFacts(
    {
      portfolioId: crypto.randomUUID(),
      doctor: 'Dr Test Doctor (invented)',
      specialty: 'General internal medicine',
      joinedOn: '2025-12-01',
      breaks: [],
      ...about,
    },
    { ...nothing, ...records },
    today,
  );

/** An open action of the doctor's own, invented. */
export const someAction = (over: Partial<TrackedAction> = {}): TrackedAction => ({
  id: crypto.randomUUID(),
  what: 'Present an audit',
  measure: 'Presented at the department’s meeting',
  owner: 'Dr Test Doctor (invented)',
  dueOn: '2027-07-01',
  capability: null,
  status: 'open',
  origin: { kind: 'own', id: null },
  carriedOver: [],
  progress: [],
  reopened: [],
  evidence: [],
  closedOn: null,
  closingNote: '',
  statusAt: null,
  createdAt: '2026-12-01T09:00:00.000Z',
  updatedAt: '2026-12-01T09:00:00.000Z',
  ...over,
});
