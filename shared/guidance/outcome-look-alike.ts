import type { Certainty } from '#shared/domain/pack-provenance.ts';
import type { OutcomeOption } from '#shared/domain/review.ts';

/**
 * Outcomes whose names look like the Gold Guide's codes, for programmes that want to borrow them. Numbers and what they
 * stand for as public pages give them, in words of our own; the Gold Guide's current text was not read. Not outcomes of a
 * training programme: each carries its `likeness`, so that every page that shows it says so.
 */
export type LookAlike = {
  readonly outcomes: readonly OutcomeOption[];
  readonly source: { readonly title: string; readonly readOn: string };
  readonly certainty: Certainty;
  readonly note: string;
};

const like = (id: string, name: string, meaning: string): OutcomeOption => ({
  id: `like-gold-guide-${id}`,
  name,
  meaning,
  likeness: 'gold-guide',
});

export const goldGuideLookAlike: LookAlike = {
  outcomes: [
    like(
      '1',
      'Like outcome 1: progress at the rate expected',
      'Evidence grows at the rate the plan expects.',
    ),
    like(
      '2',
      'Like outcome 2: specific development needed, no more time',
      'Named areas need work; the planned date of submission can stay.',
    ),
    like(
      '3',
      'Like outcome 3: too little progress, more time needed',
      'The plan is behind, and the planned date of submission is to be moved.',
    ),
    like(
      '4',
      'Like outcome 4: leaves the programme',
      'The doctor leaves the programme, with what has been achieved written down.',
    ),
    like(
      '5',
      'Like outcome 5: evidence incomplete',
      'Too little was presented to judge progress; what is missing is to come by a set day.',
    ),
    like(
      '6',
      'Like outcome 6: the programme’s plan is complete',
      'All that the plan set out was done. Whether the evidence meets the standard is for the GMC alone.',
    ),
    like(
      '8',
      'Like outcome 8: out of programme',
      'The doctor was away on an agreed pause, research or experience.',
    ),
  ],
  source: {
    title:
      'Public pages of postgraduate deaneries on ARCP outcomes, which agree on the titles of 1 to 6 and 8',
    readOn: '2026-11-02',
  },
  certainty: 'likely',
  note: 'The wording is ours and leaves out codes that only fit posts in training (7, 9 and 10).',
};
