import { createHash } from 'node:crypto';
import type { EvidenceItem } from '#shared/domain/evidence.ts';
import type { Portfolio } from '#shared/domain/portfolio.ts';
import type { Profile } from '#shared/domain/profile.ts';
import type { Review } from '#shared/domain/review.ts';

/** A UUID made from a number, so that histories can be told again. */
export function idFrom(number: number, kind = 0): string {
  const tail = number.toString(16).padStart(12, '0');
  return `00000000-0000-4000-8${kind.toString(16).padStart(3, '0')}-${tail}`;
}

export const sampleInstant = '2026-03-01T09:00:00.000Z';
export const sampleClock = { now: () => new Date(sampleInstant), today: () => '2026-03-01' };
export const sampleActor = idFrom(1, 9);

const sentences = [
  'We looked at how handover was done on the sample ward and where it went wrong.',
  'The second cycle showed that the change had held.',
  'I would bring the nursing team in earlier next time.',
  'Presented at the sample governance meeting, with the figures for both cycles.',
];

/** An invented item of ordinary size, about 1.3 KB as JSON; every number gives a different one. */
export function sampleEvidence(number: number, title = `Sample audit number ${number}`): EvidenceItem {
  const text = Array.from({ length: 6 }, (_, index) => sentences[(number + index) % sentences.length]).join(
    ' ',
  );
  return {
    id: idFrom(number),
    type: 'audit',
    title,
    startedOn: '2025-01-06',
    endedOn: '2025-03-28',
    place: 'Sample District Hospital',
    role: 'Lead',
    reflection: text,
    hours: (number % 40) + 1,
    details: { standard: 'Sample handover standard', cycle: 'second', cases: number % 90 },
    attachments: [
      {
        hash: createHash('sha256').update(String(number)).digest('hex'),
        name: `audit-${number}.pdf`,
        mediaType: 'application/pdf',
        size: 40_000 + number,
      },
    ],
    links: [
      { capability: 'IM1', pages: 'p. 2', note: 'Shows the change and its measurement' },
      { capability: 'CiP3', pages: '', note: '' },
    ],
    verification: { by: 'Dr Sample Consultant', on: '2025-04-02', institution: 'Sample Trust' },
    createdAt: '2025-04-01T10:00:00.000Z',
    updatedAt: '2025-04-02T10:00:00.000Z',
    trashedAt: null,
  };
}

export const samplePortfolio = (number = 1): Portfolio => ({
  id: idFrom(number, 1),
  doctor: { name: 'Dr Sample Doctor', gmcNumber: '0000001' },
  packId: 'internal-medicine',
  packVersion: '1.0.0',
  targetDate: '2027-06-30',
  employer: 'Sample Trust',
  createdAt: sampleInstant,
  sample: true,
});

export const sampleProfile = (): Profile => ({
  id: sampleActor,
  name: 'Dr Sample Doctor',
  roles: ['doctor'],
  gmcNumber: '0000001',
  createdAt: sampleInstant,
  sample: true,
});

/** An invented review; `signed` as the chair's signature leaves it, short of the report itself. */
export const sampleReview = (number: number, place: string, signed = false): Review => ({
  id: idFrom(number, 2),
  state: signed ? 'signed' : 'drafted',
  heldOn: '2026-02-10',
  place,
  period: { from: '2025-02-01', to: '2026-01-31' },
  panel: [
    {
      id: idFrom(1, 3),
      name: 'Dr Sample Chair (invented)',
      role: 'chair',
      gmcNumber: null,
      organisation: '',
    },
  ],
  judgements: [],
  progressMade: '',
  progressNeeded: '',
  actions: [],
  followUps: [],
  outcome: null,
  outcomeReason: '',
  nextReviewOn: null,
  signOff: null,
  createdAt: sampleInstant,
  updatedAt: sampleInstant,
});
