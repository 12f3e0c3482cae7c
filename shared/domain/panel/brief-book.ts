import type { IsoDate } from '../dates.ts';
import type { Brief } from './brief-model.ts';

/** The briefs of one day, or of one doctor, ready for paper. */
export type BriefBook = {
  readonly format: 'waymark-brief-book-1';
  readonly on: IsoDate;
  readonly sample: boolean;
  readonly madeBy: string;
  readonly briefs: readonly PrintedBrief[];
};

/** A brief with as much as one page holds: what is cut is named by how much it is. */
export type PrintedBrief = Brief & { readonly moreActions: number; readonly moreCapabilities: number };

// What fits on one page beside so many lines of coverage; characters where it is text.
const roomy = { upTo: 18, actions: 6, prose: 330 } as const;
const tight = { upTo: 26, actions: 3, prose: 110 } as const;
const twoLines = 110;
const oneLine = 60;
const ofTitle = 32;

/** The beginning of a text, to a whole word, on one paragraph. */
function cut(text: string, longest: number): string {
  const plain = text.replaceAll(/\s+/g, ' ').trim();
  if (plain.length <= longest) return plain;
  const end = plain.lastIndexOf(' ', longest);
  return `${plain.slice(0, end < longest / 2 ? longest : end).trimEnd()} …`;
}

/** What is most worth knowing first: what was not done by its day, then what goes on. */
const order = ['missed', 'going-on', 'dropped', 'kept'] as const;

/** One doctor's page. Long texts are cut: all of them stand in the supervisor's report and in the panel room. */
export function printedBrief(brief: Brief): PrintedBrief {
  const actions = order.flatMap((fate) => brief.actions.filter((action) => action.fate === fate));
  const { supervisor, capabilities } = brief;
  const fit = capabilities.length > roomy.upTo ? tight : roomy;
  return {
    ...brief,
    actions: actions.slice(0, fit.actions).map((action) => ({
      ...action,
      what: cut(action.what, action.note === '' ? twoLines : oneLine),
      owner: cut(action.owner, ofTitle),
      note: cut(action.note, oneLine),
    })),
    moreActions: Math.max(0, actions.length - fit.actions),
    capabilities: capabilities
      .slice(0, fit.upTo)
      .map((line) => ({ ...line, title: cut(line.title, ofTitle) })),
    moreCapabilities: Math.max(0, capabilities.length - fit.upTo),
    supervisor:
      supervisor === null
        ? null
        : {
            ...supervisor,
            reason: cut(supervisor.reason, fit.prose),
            strengths: cut(supervisor.strengths, fit.prose),
            development: cut(supervisor.development, fit.prose),
          },
  };
}

export const briefBook = (
  briefs: readonly Brief[],
  about: { readonly on: IsoDate; readonly version: string },
): BriefBook => ({
  format: 'waymark-brief-book-1',
  on: about.on,
  sample: briefs.some(({ sample }) => sample),
  madeBy: `Waymark ${about.version}`,
  briefs: briefs.map(printedBrief),
});
