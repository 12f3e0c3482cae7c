import { expect, test } from 'vitest';
import { expiring, nextReview } from '#renderer/features/home/needs.ts';
import type { CapabilityCoverage, CoverageMap } from '#shared/domain/coverage/types.ts';
import type { Review } from '#shared/domain/review.ts';
import { packById } from '#shared/guidance/packs.ts';

const found = packById('general-internal-medicine');
if (found === undefined) throw new Error('the pack is not shipped');
const pack = found;
const [first, second, third] = pack.capabilities.map(({ code }) => code) as [string, string, string];

const capability = (code: string, part: Partial<CapabilityCoverage>): CapabilityCoverage => ({
  code,
  strength: 'thin',
  items: 1,
  inWindow: 1,
  maintained: 0,
  tooOld: 0,
  tooEarly: 0,
  expiring: 0,
  verified: 0,
  unverified: 0,
  anonymised: 0,
  unanonymised: 0,
  drafts: 0,
  kinds: 1,
  newestOn: null,
  expectations: [],
  gaps: [],
  ...part,
});
const map = (capabilities: readonly CapabilityCoverage[]): CoverageMap => ({
  today: '2026-11-20',
  targetDate: '2028-01-20',
  capabilities,
  windowFrom: '2023-01-20',
  whole: [],
  wholeGaps: [],
  drafts: 0,
  unlinked: 0,
  items: 4,
});

test('what grows too old is named, most of it first', () => {
  const lines = expiring(
    map([capability(first, { expiring: 1 }), capability(second, {}), capability(third, { expiring: 3 })]),
  );
  expect(lines.map(({ code }) => code)).toEqual([third, first]);
});

const review = (part: Partial<Review>): Review => ({
  id: 'r',
  state: 'signed',
  heldOn: '2025-11-01',
  place: '',
  period: { from: '2024-11-01', to: '2025-11-01' },
  panel: [],
  judgements: [],
  progressMade: '',
  progressNeeded: '',
  actions: [],
  followUps: [],
  outcome: null,
  outcomeReason: '',
  nextReviewOn: null,
  signOff: null,
  createdAt: '2025-10-01T00:00:00.000Z',
  updatedAt: '2025-10-01T00:00:00.000Z',
  ...part,
});

test('the next review is the one in the calendar, else the day the last panel named, else none', () => {
  const signed = review({ nextReviewOn: '2026-12-01' });
  const later = review({ id: 'later', state: 'scheduled', heldOn: '2027-02-01' });
  const sooner = review({ id: 'sooner', state: 'drafted', heldOn: '2026-12-20' });
  expect(nextReview([later, signed, sooner])).toEqual({ kind: 'planned', review: sooner });
  expect(nextReview([review({ heldOn: '2024-11-01', nextReviewOn: '2025-11-01' }), signed])).toEqual({
    kind: 'due',
    on: '2026-12-01',
  });
  expect(nextReview([])).toEqual({ kind: 'none' });
});
