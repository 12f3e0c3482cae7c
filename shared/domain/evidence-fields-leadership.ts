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
        help: 'Which ones, how often, and your part in them.',
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
      { id: 'learners', label: 'Number of learners', kind: 'count' },
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
      { id: 'feedback', label: 'What learners said, and what you changed', kind: 'prose' },
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
        id: 'supervisees',
        label: 'Who you supervised, by grade',
        kind: 'line',
        help: 'Grades only, never names: for example, two FY2s and one ACP.',
      },
      { id: 'number', label: 'How many people', kind: 'count' },
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
