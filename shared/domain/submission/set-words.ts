import { ukDate } from '../dates.ts';
import { nothingFoundWords } from '../identifiers/check.ts';
import type { IdentifierSummary } from '../identifiers/summary.ts';
import type { PlannedSection, SubmissionPlan } from './plan-types.ts';
import type { Problem, ProblemKind } from './problem-kinds.ts';
import { problemLine, problemWords } from './problem-words.ts';

export type SetAbout = {
  readonly person: string;
  readonly specialty: string;
  /** The day it was made, YYYY-MM-DD. */
  readonly on: string;
  readonly version: string;
  readonly kind: 'application' | 'answer';
  readonly joined: boolean;
  readonly sample: boolean;
};

/** What a set is not. Said on paper, in the text file and on the screen. */
export const setIsNot =
  'It is not an application, not a GMC document, and nobody has said that the evidence is enough: the GMC decides that.';

export const problemGroups = (
  problems: readonly Problem[],
): readonly (readonly [kind: ProblemKind, of: readonly Problem[]])[] => {
  const groups = new Map<ProblemKind, Problem[]>();
  for (const problem of problems) groups.set(problem.kind, [...(groups.get(problem.kind) ?? []), problem]);
  return [...groups];
};

function problemLines(problems: readonly Problem[]): readonly string[] {
  if (problems.length === 0)
    return ['Nothing was found that this program looks for. Look at every page yourself.'];
  return problemGroups(problems).flatMap(([kind, of]) => [
    `${problemWords[kind].title} (${of.length})`,
    `  ${problemWords[kind].meaning}`,
    ...of
      .map((problem) => problemLine(problem))
      .filter((line) => line !== '')
      .map((line) => `  - ${line}`),
    '',
  ]);
}

/** What the identifier check knows of a set, in a sentence or two. It never says that a set is clean. */
export function checkLine({ files, filesWithHits, itemsWithHits, unchecked }: IdentifierSummary): string {
  const found = [
    filesWithHits === 0 ? '' : `possible identifiers in ${filesWithHits} of ${files} files`,
    itemsWithHits === 0 ? '' : `possible identifiers in what is written in ${itemsWithHits} items`,
    unchecked === 0 ? '' : `${unchecked} of ${files} files not checked`,
  ].filter((words) => words !== '');
  return `Identifier check: ${found.length === 0 ? nothingFoundWords : `${found.join('; ')}. You must check every page.`}`;
}

/** The text file at the top of a set, in the words of its reader. */
export function setReadme(
  about: SetAbout,
  plan: SubmissionPlan,
  beside: readonly { readonly path: string; readonly words: string }[],
): string {
  const what =
    about.kind === 'application'
      ? 'Evidence in the order of the sections of the application'
      : 'Evidence organised by recommendation, for a review of a decision';
  return [
    `${what}: ${about.person}, ${about.specialty}.`,
    `Put together on ${ukDate(about.on)} by Waymark ${about.version}.`,
    ...(about.sample ? ['', 'SAMPLE: an invented person.'] : []),
    '',
    'NOT ENCRYPTED. Whoever has this folder can read all of it. Delete it when you no longer need it.',
    '',
    setIsNot,
    'Where a file has a redacted copy, that is the one in here, never the original.',
    'Check every page for anything that identifies a patient, and check every number and title against GMC',
    'Online and the current guidance of your specialty before you upload anything.',
    '',
    'In here:',
    '  Index.pdf             section by section: each document, and where others are referred to; then, institution',
    '                        by institution, what is verified and what is not',
    '  index.csv             the same for a spreadsheet',
    '  one folder a section  its documents in order',
    ...(plan.made.length === 0
      ? []
      : [
          '                        in the first, numbered 000: the CV as it stands today, and lists that help to fill',
          '                        in the pro forma of each institution',
        ]),
    '  References.txt        in a folder: what to paste into the portal for documents that live elsewhere',
    '',
    `${plan.totals.items} items, ${plan.totals.files} files, ${plan.totals.pages} pages counted${plan.totals.pagesUnknown > 0 ? ` (not counted: ${plan.totals.pagesUnknown} files)` : ''}.`,
    checkLine(plan.identifiers),
    ...(plan.notNeeded.length === 0
      ? []
      : [
          `Declared as needing no anonymising (${plan.notNeeded.length}):`,
          ...plan.notNeeded.map(({ title }) => `  - ${title}`),
        ]),
    `The guide for a whole application is about ${plan.budget.documents} documents and ${plan.budget.pagesFrom} to ${plan.budget.pagesTo} pages.`,
    ...(beside.length === 0
      ? []
      : [
          '',
          about.joined ? 'Not part of a joined PDF:' : 'Not as they should be:',
          ...beside.map(({ path, words }) => `  - ${path}: ${words}`),
        ]),
    '',
    'WORTH A LOOK BEFORE YOU UPLOAD',
    '',
    ...problemLines(plan.problems),
  ].join('\r\n');
}

/** What to paste for the documents that live in other sections; empty where there are none. */
export const referencesText = ({ label, title, references }: PlannedSection): string =>
  references.length === 0
    ? ''
    : [label === title ? title : `${label} ${title}`, '', ...references.map(({ text }) => text), ''].join(
        '\r\n',
      );
