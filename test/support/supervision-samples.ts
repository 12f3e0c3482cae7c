import type { EvidenceItem } from '#shared/domain/evidence.ts';
import type { HistoryLine } from '#shared/domain/history.ts';
import type { Feedback } from '#shared/domain/supervision/feedback.ts';
import type { Rating } from '#shared/domain/supervision/rating.ts';
import { testItem } from './app-under-test.ts';

/** A stable id out of a small number. */
export const idOf = (n: number) => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`;
/** A stable hash out of a small number. */
export const hashOf = (n: number) => n.toString(16).padStart(64, '0');
const instant = (n: number) => new Date(Date.UTC(2026, 0, 1, 0, n)).toISOString();

export const supervisorPerson = { name: 'Dr Sue Visor (invented)', gmcNumber: '0000008', role: 'Supervisor' };
export const otherSupervisor = { name: 'Dr Otto Her (invented)', gmcNumber: null, role: '' };

export const feedbackSample = (n: number, change: Partial<Feedback> = {}): Feedback => ({
  id: idOf(n),
  item: idOf(1000),
  revision: hashOf(1),
  content: hashOf(1),
  verdict: 'seen',
  comment: '',
  passage: null,
  sbi: null,
  request: null,
  by: supervisorPerson,
  device: null,
  at: instant(n),
  ...change,
});

export const itemSample = (n: number, change: Partial<EvidenceItem> = {}): EvidenceItem => ({
  ...testItem,
  id: idOf(n),
  createdAt: instant(n),
  updatedAt: instant(n),
  trashedAt: null,
  ...change,
});

export const ratingSample = (n: number, change: Partial<Rating> = {}): Rating => ({
  id: idOf(n),
  capability: 'IM1',
  side: 'doctor',
  level: 'direct',
  reason: 'Seen on the take (invented).',
  by: supervisorPerson,
  device: null,
  at: instant(n),
  ...change,
});

export const lineSample = (
  seq: number,
  changes: readonly { readonly collection: string; readonly id: string }[],
  more: Partial<HistoryLine> = {},
): HistoryLine => ({
  seq,
  at: new Date(Date.UTC(2026, 0, seq)).toISOString(),
  who: idOf(1),
  action: 'evidence.update',
  about: {},
  changes: changes.map((change) => ({ ...change, revision: hashOf(seq), parents: [], deleted: false })),
  ...more,
});
