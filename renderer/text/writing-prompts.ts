/** A frame to write in: its questions, each with a heading for those who want it in their text. */
export type WritingFrame = {
  readonly id: string;
  readonly name: string;
  readonly about: string;
  readonly questions: readonly { readonly heading: string; readonly ask: string }[];
};

export const reflectionFrames: readonly WritingFrame[] = [
  {
    id: 'what',
    name: 'What? So what? Now what?',
    about: 'Short, and enough for most things.',
    questions: [
      { heading: 'What happened', ask: 'In a few sentences: the setting, your part, what you saw.' },
      {
        heading: 'So what',
        ask: 'Why does it matter? What did you think and feel, and what do you see now?',
      },
      { heading: 'Now what', ask: 'What will you do, by when, and how will you know that it worked?' },
    ],
  },
  {
    id: 'gibbs',
    name: 'In six steps (Gibbs)',
    about: 'For something that went badly, or surprisingly well.',
    questions: [
      { heading: 'Description', ask: 'What happened?' },
      { heading: 'Feelings', ask: 'What were you thinking and feeling at the time?' },
      { heading: 'Evaluation', ask: 'What went well, and what did not?' },
      { heading: 'Analysis', ask: 'What sense do you make of it? What do guidelines or colleagues say?' },
      { heading: 'Conclusion', ask: 'What else could you have done?' },
      { heading: 'Action', ask: 'What will you do if it comes again?' },
    ],
  },
  {
    id: 'learning',
    name: 'From learning to practice',
    about: 'For courses, reading and teaching.',
    questions: [
      { heading: 'Why', ask: 'What did you want to learn, and for which patients?' },
      { heading: 'Learned', ask: 'What was new, or different from what you did?' },
      { heading: 'Changed', ask: 'What do you do differently since? What shows it?' },
    ],
  },
];

/** For feedback received, as a supervisor would give it. */
export const feedbackFrames: readonly WritingFrame[] = [
  {
    id: 'sbi',
    name: 'Situation, behaviour, impact (SBI)',
    about: 'What was said, rather than how you took it.',
    questions: [
      { heading: 'Situation', ask: 'When and where was it? Something particular, not “always”.' },
      { heading: 'Behaviour', ask: 'What did they see or hear you do? Leave out guesses about why.' },
      { heading: 'Impact', ask: 'What did it do for the patient, the team or the task?' },
      { heading: 'Next step', ask: 'What did you agree to do, or keep doing?' },
    ],
  },
];

/** The headings of a frame below what is there already, each with room to write. */
export const withHeadings = (text: string, { questions }: WritingFrame): string =>
  [...(text.trim() === '' ? [] : [text.trimEnd()]), ...questions.map(({ heading }) => `${heading}:\n`)].join(
    '\n\n',
  );
