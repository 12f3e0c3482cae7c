import type { Action, Review } from '#shared/domain/review.ts';
import type { Agreement, Meeting } from '#shared/domain/supervision/meeting.ts';
import type { TrackedAction } from '#shared/domain/supervision/tracked-action.ts';

const at = '2026-01-05T09:00:00.000Z';
export const person = { name: 'Dr Ada Obi (invented)', gmcNumber: '1234567', role: '' } as const;

export const meetingOf = (change: Partial<Meeting> = {}): Meeting => ({
  id: crypto.randomUUID(),
  kind: 'mid',
  on: '2026-03-02',
  startsAt: '09:30',
  minutes: 45,
  place: '',
  people: [{ ...person, part: 'doctor', attended: true }],
  agenda: [],
  notes: '',
  group: false,
  others: 0,
  state: 'held',
  cancelledReason: '',
  sequence: 0,
  createdAt: at,
  updatedAt: at,
  ...change,
});

export const actionOf = (change: Partial<Action> = {}): Action => ({
  id: crypto.randomUUID(),
  what: 'Lead one audit',
  measure: 'Audit report in the portfolio',
  owner: 'Dr Ada Obi (invented)',
  dueOn: '2026-06-30',
  capability: null,
  status: 'open',
  ...change,
});

export const trackedOf = (change: Partial<TrackedAction> = {}): TrackedAction => ({
  ...actionOf(),
  origin: { kind: 'own', id: null },
  carriedOver: [],
  progress: [],
  reopened: [],
  evidence: [],
  closedOn: null,
  closingNote: '',
  statusAt: null,
  createdAt: at,
  updatedAt: at,
  ...change,
});

/** A signed review, signed at noon of the day it was held. */
export const reviewOf = (change: Partial<Review> & { readonly heldOn: string }): Review => ({
  id: crypto.randomUUID(),
  state: 'signed',
  place: '',
  period: { from: '2025-01-01', to: '2025-12-31' },
  panel: [],
  judgements: [],
  progressMade: '',
  progressNeeded: '',
  actions: [],
  followUps: [],
  outcome: null,
  outcomeReason: '',
  nextReviewOn: null,
  signOff: {
    signedAt: `${change.heldOn}T12:00:00.000Z`,
    signerName: 'Dr Chair (invented)',
    certificate: '0'.repeat(64),
    identityCheck: 'own-profile',
    report: '0'.repeat(64),
    model: '0'.repeat(64),
    reportSize: 1,
    fingerprint: '0'.repeat(64),
  },
  createdAt: `${change.heldOn}T09:00:00.000Z`,
  updatedAt: `${change.heldOn}T12:00:00.000Z`,
  ...change,
});

export const agreementOf = (change: Partial<Agreement>): Agreement => ({
  id: crypto.randomUUID(),
  meeting: crypto.randomUUID(),
  content: '0'.repeat(64),
  by: person,
  part: 'doctor',
  device: null,
  at,
  ...change,
});
