import { defaultOutcomes } from '#shared/domain/outcomes.ts';
import type { Review } from '#shared/domain/review.ts';
import { sheetIdOf } from '#shared/domain/review-process/sheet.ts';
import type { ReviewStep } from '#shared/domain/review-process/step.ts';
import type { AppUnderTest } from './app-under-test.ts';
import { testPlan } from './app-under-test.ts';

const at = '2026-05-04T09:00:00.000Z';
const stamp = { createdAt: at, updatedAt: at };
export const testSupervisor = {
  name: 'Dr Test Supervisor (invented)',
  gmcNumber: '0000008',
  role: 'Consultant',
};
export const testChair = { name: 'Prof Test Chair (invented)', gmcNumber: '0000005', role: 'chair' };
const panel: Review['panel'] = [
  {
    id: crypto.randomUUID(),
    name: testChair.name,
    gmcNumber: testChair.gmcNumber,
    role: 'chair',
    organisation: '',
  },
  {
    id: crypto.randomUUID(),
    name: testSupervisor.name,
    gmcNumber: testSupervisor.gmcNumber,
    role: 'supervisor',
    organisation: '',
  },
];
export const [chairMember, supervisorMember] = panel as [Review['panel'][number], Review['panel'][number]];

const rules = {
  evidenceBy: '2026-10-01',
  window: { from: '2026-10-10', to: '2026-11-20' },
  quorum: 2,
  responseDays: 10,
};

/** A review as a vault keeps it. */
export const reviewRecord = (more: Partial<Review> = {}): Review => ({
  ...testPlan(),
  panel,
  rules,
  id: crypto.randomUUID(),
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
  ...stamp,
  ...more,
});

type Last =
  | { readonly kind: 'release' }
  | { readonly kind: 'withdraw'; readonly reason: string; readonly next: string };

/** Asked for, handed in, and then what the chair did. */
function stepsOf(review: string, snapshot: string, last: readonly Last[]): readonly ReviewStep[] {
  const made: ReviewStep[] = [];
  const by = (role: 'doctor' | 'chair') => ({
    name: 'Somebody (invented)',
    gmcNumber: null,
    role,
    device: null,
  });
  const base = () => ({ id: crypto.randomUUID(), review, after: made.at(-1)?.id ?? null, at });
  made.push({ ...base(), kind: 'request-evidence', by: by('chair') });
  made.push({ ...base(), kind: 'submit', snapshot, by: by('doctor') });
  for (const one of last) made.push({ ...base(), ...one, by: by('chair') });
  return made;
}

export const feedbackRecord = (item: string, revision: string, by = testSupervisor, comment = '') => ({
  id: crypto.randomUUID(),
  item,
  revision,
  content: '0'.repeat(64),
  verdict: 'comment' as const,
  comment,
  passage: null,
  sbi: null,
  request: null,
  by,
  device: null,
  at,
});

export const sheetRecord = (under: AppUnderTest, review: string, member: string, text: string) => ({
  id: sheetIdOf(under.app.ports.hash, review, member),
  review,
  member,
  interest: null,
  judgements: [],
  notes: [{ capability: null, text }],
  doneAt: null,
  ...stamp,
});

export const requestRecord = (items: readonly string[], assessor = testSupervisor) => ({
  id: crypto.randomUUID(),
  kind: 'sign-off' as const,
  items: [...items],
  review: null,
  assessor,
  way: 'file' as const,
  code: '0123456789ABCDEFGHJK',
  note: 'CANARY-request',
  sentOn: '2026-05-04',
  dueOn: '2026-06-04',
  chased: [],
  state: 'open' as const,
  closedOn: null,
  ...stamp,
});

export const reportRecord = (state: 'draft' | 'sealed', strengths: string) => ({
  id: crypto.randomUUID(),
  review: null,
  period: { from: '2025-11-10', to: '2026-11-10' },
  capabilities: [],
  domains: [],
  strengths,
  development: '',
  examples: [],
  recommendation: null,
  recommendationReason: '',
  author: testSupervisor,
  facts: {
    on: '2026-05-04',
    items: 0,
    verified: 0,
    byType: [],
    meetingsHeld: 0,
    meetingsMissed: 0,
    actionsDone: 0,
    actionsOpen: 0,
    actionsOverdue: 0,
    daysAbsent: 0,
    capabilities: [],
    domains: [],
    previousActions: [],
  },
  state,
  sealedOn: state === 'sealed' ? '2026-05-04' : null,
  sealed: null,
  follows: null,
  ...stamp,
});

/** Puts something into every collection that supervision and reviews have, each with a word to look for. */
export async function superviseAll(under: AppUnderTest, portfolioId: string, itemId: string) {
  const { store } = await under.app.session.portfolio(portfolioId);
  const [head] = store.heads('evidence', itemId);
  const revision = head?.revision ?? '';
  const scheduled = reviewRecord({ place: 'CANARY-scheduled' });
  const drafted = reviewRecord({ state: 'drafted', progressMade: 'CANARY-drafted' });
  const signed = async (word: string, more: Partial<Review>) => {
    const bytes = Buffer.from(`%PDF-1.4 ${crypto.randomUUID()}`);
    const { hash } = await store.blobs.put(
      (async function* () {
        yield bytes;
      })(),
    );
    return reviewRecord({
      state: 'signed',
      progressMade: word,
      outcome: defaultOutcomes[0] ?? null,
      signOff: {
        signedAt: at,
        signerName: testChair.name,
        certificate: hash,
        identityCheck: 'own-profile',
        report: hash,
        model: hash,
        reportSize: bytes.length,
        fingerprint: hash,
      },
      ...more,
    });
  };
  const released = await signed('CANARY-released', {});
  const held = await signed('CANARY-unreleased', {});
  const withdrawn = await signed('CANARY-withdrawn', {});
  const snapshot = {
    id: crypto.randomUUID(),
    review: scheduled.id,
    at,
    journal: { entries: 1, hash: '0'.repeat(64) },
    on: '2026-05-04',
    items: [{ id: itemId, revision }],
    report: null,
  };
  const mine = sheetRecord(under, drafted.id, supervisorMember.id, 'CANARY-sheet-mine');
  const theirs = sheetRecord(under, drafted.id, chairMember.id, 'CANARY-sheet-theirs');
  const request = requestRecord([itemId]);
  const meeting = {
    id: crypto.randomUUID(),
    kind: 'mid' as const,
    on: '2026-05-04',
    startsAt: null,
    minutes: 30,
    place: '',
    group: false,
    others: 0,
    sequence: 0,
    people: [],
    agenda: [],
    notes: 'CANARY-meeting',
    state: 'held' as const,
    cancelledReason: '',
    ...stamp,
  };
  const agreement = {
    id: crypto.randomUUID(),
    meeting: meeting.id,
    content: '0'.repeat(64),
    by: { ...testSupervisor, role: 'CANARY-agreement' },
    part: 'supervisor' as const,
    device: null,
    at,
  };
  const action = {
    id: crypto.randomUUID(),
    what: 'CANARY-action',
    measure: 'Done',
    owner: 'Dr Test Doctor (invented)',
    dueOn: '2026-12-01',
    capability: null,
    status: 'open' as const,
    origin: { kind: 'own' as const, id: null },
    carriedOver: [],
    progress: [],
    reopened: [],
    statusAt: null,
    evidence: [],
    closedOn: null,
    closingNote: '',
    ...stamp,
  };
  const rating = {
    id: crypto.randomUUID(),
    capability: 'IM7',
    side: 'supervisor' as const,
    level: 'direct' as const,
    reason: 'CANARY-rating',
    by: testSupervisor,
    device: null,
    at,
  };
  const records = [
    ...[scheduled, drafted, released, held, withdrawn].map((value) => ({
      collection: 'reviews' as const,
      id: value.id,
      value,
    })),
    ...[
      ...stepsOf(scheduled.id, snapshot.id, []),
      ...stepsOf(released.id, snapshot.id, [{ kind: 'release' as const }]),
      ...stepsOf(withdrawn.id, snapshot.id, [
        { kind: 'withdraw' as const, reason: 'CANARY-withdraw-step', next: drafted.id },
      ]),
    ].map((value) => ({ collection: 'steps' as const, id: value.id, value })),
    ...[mine, theirs].map((value) => ({ collection: 'sheets' as const, id: value.id, value })),
    ...[reportRecord('draft', 'CANARY-report-draft'), reportRecord('sealed', 'CANARY-report-sealed')].map(
      (value) => ({ collection: 'supervisorReports' as const, id: value.id, value }),
    ),
    { collection: 'snapshots' as const, id: snapshot.id, value: snapshot },
    { collection: 'requests' as const, id: request.id, value: request },
    { collection: 'meetings' as const, id: meeting.id, value: meeting },
    { collection: 'agreements' as const, id: agreement.id, value: agreement },
    { collection: 'actions' as const, id: action.id, value: action },
    { collection: 'ratings' as const, id: rating.id, value: rating },
    ...[feedbackRecord(itemId, revision, testSupervisor, 'CANARY-feedback')].map((value) => ({
      collection: 'feedback' as const,
      id: value.id,
      value,
    })),
  ];
  await store.commit('test.write', records);
  return { request, scheduled, drafted, released, mine, theirs, revision };
}
