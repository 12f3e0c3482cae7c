import type { EvidenceType } from './evidence-fields-types.ts';

/** Leading, running and governing services; teaching and supervising others. */
export const leadershipTypes: readonly EvidenceType[] = [
  {
    id: 'management',
    title: 'Management role',
    group: 'leadership',
    description:
      'A role in running a service: rota lead, clinical lead, committee seat, recruitment, business case.',
    fields: [
      {
        id: 'responsibility',
        label: 'What you were responsible for',
        kind: 'prose',
        help: 'The service, the people and the decisions that were yours.',
      },
      {
        id: 'meetings',
        label: 'Meetings you chaired or attended',
        kind: 'prose',
        earlier: true,
      },
      {
        id: 'meetingsHeld',
        label: 'Meetings',
        kind: 'rows',
        row: 'meeting',
        help: 'Those you chaired or had a part in: one row for each, or for a series of the same.',
        columns: [
          { id: 'meeting', label: 'Meeting', kind: 'line' },
          { id: 'on', label: 'Date, or first date', kind: 'date' },
          { id: 'times', label: 'How often', kind: 'line' },
          { id: 'part', label: 'Your part', kind: 'line' },
          { id: 'result', label: 'What came of it', kind: 'line' },
        ],
      },
      {
        id: 'impact',
        label: 'What changed because of you',
        kind: 'prose',
        help: 'Use numbers from before and after if you have them.',
      },
    ],
    uses: { endDate: true, place: true, role: true, roleLabel: 'Role title', hours: true },
  },
  {
    id: 'governance',
    title: 'Governance activity',
    group: 'leadership',
    description:
      'Governance or mortality meetings, incident reviews, risk register, complaints, policy groups.',
    fields: [
      { id: 'meeting', label: 'Meeting or group', kind: 'line', help: 'For example: monthly M&M meeting.' },
      {
        id: 'responsibility',
        label: 'What you were responsible for',
        kind: 'prose',
        help: 'What the group looks after, and what of it was yours.',
      },
      {
        id: 'meetingsHeld',
        label: 'Meetings',
        kind: 'rows',
        row: 'meeting',
        columns: [
          { id: 'on', label: 'Date', kind: 'date' },
          { id: 'about', label: 'What it was about', kind: 'line' },
          { id: 'part', label: 'Your part', kind: 'line' },
        ],
      },
      {
        id: 'contribution',
        label: 'What you contributed',
        kind: 'prose',
        help: 'Cases presented, reviews written, learning shared. No patient or staff names.',
      },
      { id: 'learning', label: 'What was learned or changed', kind: 'prose' },
    ],
    uses: { endDate: true, place: true, role: true, roleLabel: 'Your role', hours: true },
  },
  {
    id: 'teaching',
    title: 'Teaching delivered',
    group: 'education',
    description: 'A session, course or programme you taught or organised, with its feedback.',
    fields: [
      { id: 'topic', label: 'Topic', kind: 'line' },
      {
        id: 'audience',
        label: 'Who you taught',
        kind: 'line',
        help: 'For example: foundation doctors, nurses, medical students.',
      },
      {
        id: 'sessions',
        label: 'Sessions',
        kind: 'rows',
        row: 'session',
        help: 'One row for each, with its own feedback score if there is one.',
        columns: [
          { id: 'on', label: 'Date', kind: 'date' },
          { id: 'session', label: 'What it was about', kind: 'line' },
          { id: 'learners', label: 'Learners', kind: 'count' },
          { id: 'score', label: 'Score', kind: 'number' },
        ],
      },
      {
        id: 'learners',
        label: 'Number of learners',
        kind: 'count',
        totalOf: { rows: 'sessions', column: 'learners' },
      },
      {
        id: 'feedbackScore',
        label: 'Average feedback score',
        kind: 'number',
        help: 'The plain average. Say below what the scale was.',
      },
      {
        id: 'feedbackScale',
        label: 'Feedback scale',
        kind: 'line',
        help: 'For example: 1 to 5, 5 being best.',
      },
      { id: 'forms', label: 'Feedback forms returned', kind: 'count' },
      {
        id: 'feedback',
        label: 'What learners said, and what you changed',
        kind: 'prose',
        prompts: 'feedback',
      },
    ],
    uses: {
      endDate: true,
      place: true,
      role: true,
      roleLabel: 'Your role (speaker, organiser …)',
      hours: true,
    },
  },
  {
    id: 'supervision',
    title: 'Supervision of others',
    group: 'education',
    description: 'Clinical or educational supervision, mentoring or assessing of colleagues.',
    fields: [
      {
        id: 'capacity',
        label: 'As what',
        kind: 'choice',
        options: [
          { value: 'clinical', label: 'Clinical supervisor' },
          { value: 'educational', label: 'Educational supervisor' },
          { value: 'mentor', label: 'Mentor or buddy' },
          { value: 'assessor', label: 'Assessor' },
          { value: 'other', label: 'Something else' },
        ],
      },
      {
        id: 'supervisees',
        label: 'Who you supervised, by grade',
        kind: 'line',
        help: 'Grades only, never names: for example, two FY2s and one ACP.',
      },
      { id: 'number', label: 'How many people', kind: 'count' },
      {
        id: 'training',
        label: 'Your training for it',
        kind: 'line',
        help: 'For example: supervisor course, 2024.',
      },
      {
        id: 'outcome',
        label: 'What came of it',
        kind: 'prose',
        help: 'Assessments done, progress made, feedback given to you.',
      },
    ],
    uses: { endDate: true, place: true, role: true, roleLabel: 'Your role', hours: true },
  },
];
