import type { Post } from '#shared/domain/cv/post.ts';
import type { EvidenceItem } from '#shared/domain/evidence.ts';

const at = '2026-11-01T09:00:00.000Z';

export const post = (id: string, from: string, to: string | null, more: Partial<Post> = {}): Post => ({
  id,
  title: 'Registrar',
  grade: '',
  specialty: 'Acute medicine',
  institution: 'Leeds General Infirmary',
  place: 'Leeds',
  country: 'UK',
  from,
  to,
  wholeTime: 100,
  supervisor: 'Dr A Consultant (invented)',
  duties: 'Acute take',
  supervision: 'Consultant on call',
  evidence: [],
  createdAt: at,
  updatedAt: at,
  ...more,
});

export const item = (id: string, more: Partial<EvidenceItem> = {}): EvidenceItem => ({
  id,
  type: 'post',
  title: 'Contract',
  startedOn: '2020-08-05',
  endedOn: '2021-08-03',
  place: 'Leeds General Infirmary',
  role: '',
  reflection: '',
  hours: null,
  details: {},
  attachments: [],
  links: [],
  verification: null,
  createdAt: at,
  updatedAt: at,
  trashedAt: null,
  ...more,
});
