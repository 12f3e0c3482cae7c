import type { EvidenceTypeId } from '#shared/domain/evidence-types.ts';

/** What a report calls each type of evidence. A report's words are its own: they are frozen into what is signed. */
export const evidenceTypeTitles: Readonly<Record<EvidenceTypeId, string>> = {
  management: 'Management role',
  teaching: 'Teaching delivered',
  supervision: 'Supervision of others',
  governance: 'Governance activity',
  audit: 'Audit',
  qi: 'Quality improvement project',
  development: 'Guideline or service development',
  research: 'Research or publication',
  cpd: 'Course or CPD',
  msf: 'Multi-source feedback (MSF)',
  'patient-feedback': 'Patient feedback',
  reflection: 'Reflection',
  appraisal: 'Appraisal',
  cbd: 'Case-based discussion (CbD)',
  'mini-cex': 'Mini-CEX',
  dops: 'Directly observed procedure (DOPS)',
  acat: 'Acute care assessment (ACAT)',
  esle: 'Extended supervised learning event (ESLE)',
  'supervised-event': 'Other supervised event',
  logbook: 'Logbook or caseload summary',
  post: 'Job and rota',
  reference: 'Reference or letter',
};
