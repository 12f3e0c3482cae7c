import type { EvidenceType } from './evidence-fields-types.ts';

/** Logbooks, posts, references and letters. */
export const recordTypes: readonly EvidenceType[] = [
  {
    id: 'logbook',
    title: 'Logbook or caseload summary',
    group: 'records',
    description:
      'How many patients or procedures you saw in a period, of which kinds, under what supervision.',
    fields: [
      {
        id: 'cases',
        label: 'Number of cases',
        kind: 'count',
        required: true,
        help: 'Rules that ask for cases add these numbers up. Do not log the same cases twice.',
      },
      {
        id: 'period',
        label: 'Period or post covered',
        kind: 'line',
        help: 'For example: AMU post, 12 months.',
      },
      {
        id: 'kinds',
        label: 'Kinds of case or procedure',
        kind: 'prose',
        help: 'Numbers per kind if you have them.',
      },
      {
        id: 'supervisionMix',
        label: 'Level of supervision',
        kind: 'prose',
        help: 'For example: 40 supervised, 60 on your own.',
      },
    ],
    uses: { endDate: true, place: true, role: true, roleLabel: 'Your grade at the time', hours: false },
  },
  {
    id: 'post',
    title: 'Job and rota',
    group: 'records',
    description: 'A post you held, with contract, job plan or rota. Keep the job title exactly as it was.',
    fields: [
      {
        id: 'postTitle',
        label: 'Job title',
        kind: 'line',
        help: 'As the employer wrote it; do not turn it into a UK title.',
      },
      { id: 'wholeTime', label: 'Whole-time equivalent, %', kind: 'number', help: '100 is full time.' },
      { id: 'employer', label: 'Employer', kind: 'line' },
      { id: 'supervisor', label: 'Supervisor', kind: 'line' },
      {
        id: 'duties',
        label: 'Duties',
        kind: 'prose',
        help: 'On-call pattern, level of supervision, who you led.',
      },
    ],
    uses: { endDate: true, place: true, role: false, roleLabel: '', hours: false },
  },
  {
    id: 'reference',
    title: 'Reference or letter',
    group: 'records',
    description:
      'A structured report, reference, clinical letter or thank-you, with patients made anonymous.',
    fields: [
      {
        id: 'from',
        label: 'From',
        kind: 'line',
        help: 'Who wrote it. For your own clinical letters, write “me”.',
      },
      { id: 'relationship', label: 'How they know your work', kind: 'line' },
      {
        id: 'kind',
        label: 'Kind',
        kind: 'choice',
        required: true,
        options: [
          { value: 'structured-report', label: 'Structured report' },
          { value: 'supervisor-report', label: "Supervisor's report" },
          { value: 'reference', label: 'Reference or testimonial' },
          { value: 'referral-letter', label: 'Referral letter you wrote' },
          { value: 'clinical-letter', label: 'Clinic or discharge letter you wrote' },
          { value: 'employment-letter', label: 'Letter from an employer' },
          { value: 'thanks', label: 'Thank-you' },
          { value: 'other', label: 'Something else' },
        ],
      },
    ],
    uses: { endDate: false, place: true, role: false, roleLabel: '', hours: false },
  },
  {
    id: 'case-history',
    title: 'Case history',
    group: 'records',
    description:
      'Your own summary of a case: your part in it, the plan, what you learned. Nobody recognisable.',
    fields: [
      { id: 'involvement', label: 'Your part in it', kind: 'prose' },
      { id: 'plan', label: 'Plan and outcome', kind: 'prose' },
      { id: 'learning', label: 'What you learned', kind: 'prose' },
    ],
    uses: { endDate: false, place: true, role: true, roleLabel: 'Your grade at the time', hours: false },
  },
  {
    id: 'qualification',
    title: 'Qualification, exam or membership',
    group: 'learning',
    description:
      'A degree, a college examination, a licence or a membership. Copies from abroad need certifying.',
    fields: [
      { id: 'awardedBy', label: 'Awarded by', kind: 'line' },
      { id: 'country', label: 'Country', kind: 'line' },
      { id: 'result', label: 'Result', kind: 'line', help: 'For example: passed, with distinction.' },
      { id: 'expiresOn', label: 'Valid until', kind: 'date' },
    ],
    uses: { endDate: false, place: false, role: false, roleLabel: '', hours: false },
  },
  {
    id: 'correspondence',
    title: 'E-mail or letter received',
    group: 'feedback',
    description: 'Thanks, feedback, invitations or appointments that came by mail.',
    fields: [
      { id: 'from', label: 'From', kind: 'line' },
      { id: 'about', label: 'About', kind: 'prose' },
    ],
    uses: { endDate: false, place: true, role: false, roleLabel: '', hours: false },
  },
  {
    id: 'unsorted',
    title: 'Not sorted yet',
    group: 'records',
    description: 'Kept quickly, to be sorted later. It counts nowhere until it has a type.',
    fields: [],
    uses: { endDate: true, place: true, role: false, roleLabel: '', hours: false },
  },
];
