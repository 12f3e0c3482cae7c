import type { EvidenceField, EvidenceType, EvidenceUses } from './evidence-fields-types.ts';

const assessor: readonly EvidenceField[] = [
  { id: 'assessor', label: 'Assessor', kind: 'line' },
  {
    id: 'assessorRole',
    label: "Assessor's grade or role",
    kind: 'line',
    help: 'For example: consultant in acute medicine.',
  },
  {
    id: 'setting',
    label: 'Setting',
    kind: 'line',
    help: 'For example: ED resus, ward round, clinic, theatre.',
  },
];

const judgedOn: readonly EvidenceField[] = [
  {
    id: 'caseSummary',
    label: 'Case in brief',
    kind: 'prose',
    help: 'No name, initials, date of birth, address, NHS or hospital number.',
  },
  { id: 'level', label: 'Level given', kind: 'line', help: 'In the words of the form, if it gives one.' },
  { id: 'feedback', label: 'Feedback', kind: 'prose', prompts: 'feedback' },
  { id: 'nextStep', label: 'Agreed next step', kind: 'prose' },
];

const seenByOne = [...assessor, ...judgedOn];
const uses: EvidenceUses = { endDate: false, place: true, role: false, roleLabel: '', hours: false };

/** Supervised learning events and workplace-based assessments. */
export const assessmentTypes: readonly EvidenceType[] = [
  {
    id: 'cbd',
    title: 'Case-based discussion (CbD)',
    group: 'assessments',
    description: 'A case you managed, discussed with a senior who assessed your reasoning.',
    fields: seenByOne,
    uses,
  },
  {
    id: 'mini-cex',
    title: 'Mini-CEX',
    group: 'assessments',
    description: 'An encounter with a patient, observed and assessed.',
    fields: seenByOne,
    uses,
  },
  {
    id: 'dops',
    title: 'DOPS',
    group: 'assessments',
    description: 'A practical procedure, observed and assessed.',
    fields: [...assessor, { id: 'procedure', label: 'Procedure', kind: 'line' }, ...judgedOn],
    uses,
  },
  {
    id: 'acat',
    title: 'ACAT',
    group: 'assessments',
    description: 'Acute care assessment: your management of a take, shift or ward round.',
    fields: [
      ...assessor,
      {
        id: 'cases',
        label: 'Number of cases',
        kind: 'count',
        help: 'Patients you saw that the assessor considered.',
      },
      ...judgedOn,
    ],
    uses,
  },
  {
    id: 'esle',
    title: 'ESLE',
    group: 'assessments',
    description: 'Extended supervised learning event: a senior observed you over a stretch of an ED shift.',
    fields: [
      ...assessor,
      { id: 'observed', label: 'Hours observed', kind: 'number' },
      { id: 'nonTechnical', label: 'Non-technical skills observed', kind: 'prose' },
      ...judgedOn,
    ],
    uses,
  },
  {
    id: 'supervised-event',
    title: 'Other supervised event',
    group: 'assessments',
    description:
      'Any other assessment tool: A-CEX, OSATS, PBA, NOTSS, multiple consultant report, teaching observation …',
    fields: [
      {
        id: 'tool',
        label: 'Tool',
        kind: 'choice',
        required: true,
        options: [
          { value: 'a-cex', label: 'A-CEX (anaesthesia)' },
          { value: 'almat', label: 'ALMAT (list or session management)' },
          { value: 'osats', label: 'OSATS' },
          { value: 'pba', label: 'PBA (procedure-based assessment)' },
          { value: 'notss', label: 'NOTSS (non-technical skills)' },
          { value: 'mcr', label: 'Multiple consultant report (MCR)' },
          { value: 'teaching-observation', label: 'Teaching observation' },
          { value: 'qipat', label: 'QI project assessment (QIPAT)' },
          { value: 'ace', label: 'ACE (assessment of clinical expertise)' },
          { value: 'leadership', label: 'Leadership assessment' },
          { value: 'journal-club', label: 'Journal club presentation' },
          { value: 'other', label: 'Something else' },
        ],
      },
      { id: 'toolName', label: 'Name of the form', kind: 'line', help: 'If you chose something else.' },
      ...seenByOne,
    ],
    uses,
  },
];
