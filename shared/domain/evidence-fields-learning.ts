import type { EvidenceType } from './evidence-fields-types.ts';

/** Learning, feedback, reflection and appraisal. */
export const learningTypes: readonly EvidenceType[] = [
  {
    id: 'cpd',
    title: 'Course or CPD',
    group: 'learning',
    description: 'A course, conference, e-learning, simulation day or exam.',
    fields: [
      { id: 'provider', label: 'Provider', kind: 'line' },
      { id: 'credits', label: 'CPD credits', kind: 'number' },
      {
        id: 'format',
        label: 'Format',
        kind: 'choice',
        options: [
          { value: 'course', label: 'Course' },
          { value: 'life-support', label: 'Life support course' },
          { value: 'simulation', label: 'Simulation' },
          { value: 'conference', label: 'Conference or meeting' },
          { value: 'e-learning', label: 'E-learning' },
          { value: 'teaching', label: 'Teaching attended' },
          { value: 'exam', label: 'Exam' },
          { value: 'other', label: 'Something else' },
        ],
      },
      { id: 'expiresOn', label: 'Certificate valid until', kind: 'date' },
      { id: 'learning', label: 'What you learned and now do differently', kind: 'prose' },
    ],
    uses: { endDate: true, place: true, role: false, roleLabel: '', hours: true },
  },
  {
    id: 'reflection',
    title: 'Reflection',
    group: 'learning',
    description: 'What happened, what it meant and what you will do now. No patient or colleague names.',
    fields: [
      {
        id: 'whatHappened',
        label: 'What happened?',
        kind: 'prose',
        help: 'Leave out anything that could identify a person.',
      },
      { id: 'soWhat', label: 'So what?', kind: 'prose', help: 'What you thought, felt and learned.' },
      {
        id: 'nowWhat',
        label: 'Now what?',
        kind: 'prose',
        help: 'What you will do, and how you will know it worked.',
      },
      {
        id: 'cases',
        label: 'Number of cases reflected on',
        kind: 'count',
        help: 'Rules that ask for reflective cases add these numbers up.',
      },
    ],
    uses: { endDate: false, place: true, role: false, roleLabel: '', hours: false },
  },
  {
    id: 'appraisal',
    title: 'Appraisal',
    group: 'learning',
    description: 'A yearly appraisal with its summary and personal development plan.',
    fields: [
      { id: 'appraiser', label: 'Appraiser', kind: 'line' },
      {
        id: 'gmpEdition',
        label: 'Good medical practice edition used',
        kind: 'choice',
        options: [
          { value: '2024', label: '2024' },
          { value: '2013', label: '2013' },
          { value: 'none', label: 'Not a UK appraisal' },
        ],
      },
      { id: 'summary', label: 'Summary', kind: 'prose' },
      { id: 'pdp', label: 'Development plan agreed', kind: 'prose' },
    ],
    uses: { endDate: false, place: true, role: false, roleLabel: '', hours: false },
  },
  {
    id: 'msf',
    title: 'Multi-source feedback (MSF)',
    group: 'feedback',
    description: 'One round of 360° feedback from colleagues.',
    fields: [
      { id: 'raters', label: 'Number of raters', kind: 'count' },
      {
        id: 'raterMix',
        label: 'Who they were, by role',
        kind: 'line',
        help: 'Roles only: for example, 4 consultants, 5 nurses.',
      },
      { id: 'selfRating', label: 'Self-rating done', kind: 'yes-no' },
      { id: 'summary', label: 'Summary of the feedback', kind: 'prose', prompts: 'feedback' },
      { id: 'actions', label: 'What you did about it', kind: 'prose' },
    ],
    uses: { endDate: true, place: true, role: false, roleLabel: '', hours: false },
  },
  {
    id: 'patient-feedback',
    title: 'Patient feedback',
    group: 'feedback',
    description: 'One round of a patient survey, or compliments with names removed.',
    fields: [
      { id: 'tool', label: 'Survey or tool used', kind: 'line' },
      { id: 'responses', label: 'Number of responses', kind: 'count' },
      { id: 'summary', label: 'Summary of the feedback', kind: 'prose', prompts: 'feedback' },
      { id: 'actions', label: 'What you did about it', kind: 'prose' },
    ],
    uses: { endDate: true, place: true, role: false, roleLabel: '', hours: false },
  },
];
