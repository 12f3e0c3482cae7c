import type { SignOffForm } from '#shared/domain/programme/papers.ts';

/** A form for a number of items: long titles, names of many scripts, and nothing left out. */
export const formSample = (items: number): SignOffForm => ({
  code: '7K3QF0T9XW2M5RJ8BVHD',
  doctor: { name: 'Dr Ŵyn Łukasz Nguyễn (invented)', gmcNumber: '0000009' },
  employer: 'A Trust (invented)',
  specialty: 'General internal medicine',
  assessor: {
    name: 'Dr Test Assessor (invented)',
    gmcNumber: '0000005',
    role: 'Consultant in acute medicine',
  },
  note: 'You saw these in March and April; the files are in the shared folder of the ward.',
  sentOn: '2026-05-04',
  dueOn: '2026-06-04',
  sample: true,
  madeBy: 'Waymark test',
  items: Array.from({ length: items }, (_, at) => ({
    number: at + 1,
    title:
      at === 1
        ? 'A morbidity and mortality meeting with a title that goes on for longer than one line of the page can hold'
        : `Ward round ${at + 1}`,
    type: 'Case-based discussion',
    from: '2026-03-01',
    to: at % 2 === 0 ? null : '2026-03-09',
    place: 'Test Hospital (invented)',
    files: at,
    capabilities: [
      { code: 'IM1', title: 'Managing an acute unselected take', shows: 'Led the take for four hours' },
      { code: 'G3', title: 'Communicates effectively and is able to share decision making', shows: '' },
    ],
  })),
});
