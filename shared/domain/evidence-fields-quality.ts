import type { EvidenceField, EvidenceType } from './evidence-fields-types.ts';

const changedOn: EvidenceField = {
  id: 'changedOn',
  label: 'Day the change began',
  kind: 'date',
  help: 'Marked in the run chart.',
};

/** What was measured, again and again: enough of it is drawn as a run chart. */
const points: EvidenceField = {
  id: 'points',
  label: 'Measurements',
  kind: 'rows',
  row: 'measurement',
  help: 'Two or more with a date are drawn as a run chart. Numbers of groups, never of one patient.',
  columns: [
    { id: 'on', label: 'Date', kind: 'date' },
    { id: 'value', label: 'Value', kind: 'value' },
    { id: 'note', label: 'Note', kind: 'line' },
  ],
  chart: { date: 'on', value: 'value', changed: 'changedOn' },
};

const unit: EvidenceField = {
  id: 'unit',
  label: 'What the numbers are',
  kind: 'line',
  help: 'For example: % of patients with antibiotics within an hour.',
};

/** Improving care, and research. */
export const qualityTypes: readonly EvidenceType[] = [
  {
    id: 'audit',
    title: 'Audit',
    group: 'quality',
    description: 'Practice measured against a standard; strongest when re-audited after a change.',
    fields: [
      { id: 'aim', label: 'Aim', kind: 'prose' },
      {
        id: 'standard',
        label: 'Standard measured against',
        kind: 'prose',
        help: 'Name the guideline and the target.',
      },
      { id: 'measure', label: 'What you measured', kind: 'prose' },
      { id: 'sampleSize', label: 'Sample size', kind: 'count' },
      { id: 'baseline', label: 'First result', kind: 'prose' },
      { id: 'change', label: 'Change made', kind: 'prose' },
      changedOn,
      { id: 'reauditResult', label: 'Re-audit result', kind: 'prose' },
      {
        id: 'loopClosed',
        label: 'Loop closed',
        kind: 'yes-no',
        help: 'Yes once you have measured again after the change.',
      },
      unit,
      points,
    ],
    uses: { endDate: true, place: true, role: true, roleLabel: 'Your role in the audit', hours: true },
  },
  {
    id: 'qi',
    title: 'QI project (PDSA)',
    group: 'quality',
    description: 'A quality-improvement project in small tests of change.',
    fields: [
      { id: 'aim', label: 'Aim', kind: 'prose', help: 'How much better, for whom, by when.' },
      { id: 'measure', label: 'What you measured', kind: 'prose' },
      { id: 'baseline', label: 'Baseline', kind: 'prose' },
      { id: 'changeIdea', label: 'Change idea', kind: 'prose' },
      changedOn,
      {
        id: 'pdsa',
        label: 'PDSA cycles',
        kind: 'rows',
        row: 'PDSA cycle',
        help: 'One for each small test of a change.',
        columns: [
          { id: 'on', label: 'Begun on', kind: 'date' },
          { id: 'plan', label: 'Plan', kind: 'prose' },
          { id: 'do', label: 'Do', kind: 'prose' },
          { id: 'study', label: 'Study', kind: 'prose' },
          { id: 'act', label: 'Act', kind: 'prose' },
        ],
      },
      { id: 'cycles', label: 'Number of PDSA cycles', kind: 'count', earlier: true },
      { id: 'plan', label: 'Plan', kind: 'prose', earlier: true },
      { id: 'do', label: 'Do', kind: 'prose', earlier: true },
      { id: 'study', label: 'Study', kind: 'prose', earlier: true },
      { id: 'act', label: 'Act', kind: 'prose', earlier: true },
      { id: 'result', label: 'Result, measured again', kind: 'prose' },
      unit,
      points,
    ],
    uses: { endDate: true, place: true, role: true, roleLabel: 'Your role in the project', hours: true },
  },
  {
    id: 'development',
    title: 'Guideline or service development',
    group: 'quality',
    description: 'A guideline, pathway, clinic or service you wrote, changed or set up.',
    fields: [
      { id: 'guidelineTitle', label: 'Title of the guideline or service', kind: 'line' },
      { id: 'scope', label: 'Scope', kind: 'line', help: 'Ward, department, Trust, region or national.' },
      { id: 'part', label: 'Your part', kind: 'prose' },
      { id: 'adopted', label: 'Adopted', kind: 'yes-no' },
      { id: 'adoptedOn', label: 'Adopted on', kind: 'date' },
      { id: 'effect', label: 'Effect since', kind: 'prose' },
    ],
    uses: { endDate: true, place: true, role: true, roleLabel: 'Your role', hours: true },
  },
  {
    id: 'research',
    title: 'Research or publication',
    group: 'research',
    description: 'A study, paper, poster, talk, chapter, journal club or critical appraisal.',
    fields: [
      {
        id: 'kind',
        label: 'Kind',
        kind: 'choice',
        options: [
          { value: 'paper', label: 'Journal paper' },
          { value: 'case-report', label: 'Case report' },
          { value: 'review', label: 'Review or chapter' },
          { value: 'poster', label: 'Poster' },
          { value: 'talk', label: 'Conference talk' },
          { value: 'study', label: 'Study or trial you worked on' },
          { value: 'gcp', label: 'Good Clinical Practice training' },
          { value: 'appraisal', label: 'Journal club or critical appraisal' },
          { value: 'other', label: 'Something else' },
        ],
      },
      { id: 'citation', label: 'Citation', kind: 'prose', help: 'Authors, title, journal or meeting, year.' },
      {
        id: 'doi',
        label: 'DOI',
        kind: 'line',
        help: 'For example: 10.1000/182. Leave empty if there is none.',
      },
      {
        id: 'contribution',
        label: 'Your contribution',
        kind: 'prose',
        help: 'Design, data, analysis, writing, recruitment.',
      },
      {
        id: 'status',
        label: 'Status',
        kind: 'choice',
        options: [
          { value: 'in-progress', label: 'In progress' },
          { value: 'submitted', label: 'Submitted' },
          { value: 'accepted', label: 'Accepted' },
          { value: 'published', label: 'Published or presented' },
        ],
      },
    ],
    uses: { endDate: true, place: true, role: true, roleLabel: 'Your role', hours: true },
  },
];
