import type { EvidenceItem } from '../evidence.ts';
import type { Id } from '../ids.ts';
import { type CheckOf, nothingChecked } from './check-of.ts';
import { type FeedbackOf, noFeedback } from './feedback-of.ts';
import { testOf } from './query/matches.ts';
import { parseQuery, type QueryContext } from './query/parse.ts';
import type { QueryTerm } from './query/terms.ts';
import type { EvidenceFilter } from './query.ts';
import type { FullText } from './text/full-text.ts';
import { tokensOf } from './tokens.ts';

/** A filter made ready: which list it is about, what items must be, and which words must stand in them. */
export type Plan = {
  readonly trash: boolean;
  /** Nothing is asked: the whole list. */
  readonly plain: boolean;
  readonly tests: readonly ((item: EvidenceItem) => boolean)[];
  /** As `tokensOf` gives them. */
  readonly words: readonly string[];
  readonly phrases: readonly (readonly string[])[];
  readonly withoutWords: readonly (readonly string[])[];
  readonly withoutPhrases: readonly (readonly string[])[];
};

const asksTrash = (term: QueryTerm) =>
  term.kind === 'status' && !term.not && term.statuses.length === 1 && term.statuses[0] === 'trash';

/** Whether a search asks for the trash. */
export const isAboutTrash = (text: string, context: QueryContext): boolean =>
  text !== '' && parseQuery(text, context).terms.some(({ term }) => asksTrash(term));

function asked(filter: EvidenceFilter): readonly ((item: EvidenceItem) => boolean)[] {
  const { types, capability, verified } = filter;
  return [
    ...(types.length === 0 ? [] : [testOf({ kind: 'type', types })]),
    ...(capability === null ? [] : [testOf({ kind: 'cap', codes: [capability] })]),
    ...(verified === null ? [] : [testOf({ kind: 'verified', is: verified })]),
  ];
}

export function planOf(
  filter: EvidenceFilter,
  context: QueryContext,
  checkOf: CheckOf = nothingChecked,
  feedbackOf: FeedbackOf = noFeedback,
): Plan {
  const terms = filter.text === '' ? [] : parseQuery(filter.text, context).terms.map(({ term }) => term);
  const tests = [...asked(filter)];
  const words: string[] = [];
  const phrases: (readonly string[])[] = [];
  const withoutWords: (readonly string[])[] = [];
  const withoutPhrases: (readonly string[])[] = [];
  for (const term of terms) {
    if (term.kind === 'word' || term.kind === 'phrase') {
      const tokens = tokensOf(term.text);
      // Marks alone are in no word: they ask nothing.
      if (tokens.length === 0) continue;
      if (term.kind === 'word') {
        if (term.not) withoutWords.push(tokens);
        else words.push(...tokens);
      } else (term.not ? withoutPhrases : phrases).push(tokens);
      continue;
    }
    const test = testOf(term, checkOf, feedbackOf);
    tests.push(term.not ? (item) => !test(item) : test);
  }
  const texts = words.length + phrases.length + withoutWords.length + withoutPhrases.length;
  return {
    trash: filter.trash || terms.some(asksTrash),
    plain: tests.length === 0 && texts === 0,
    tests,
    words,
    phrases,
    withoutWords,
    withoutPhrases,
  };
}

/** What the words of a plan come to: undefined where it has none to find. */
export type TextFound = {
  /** With how well they match. */
  readonly within: ReadonlyMap<Id, number> | undefined;
  readonly passes: (id: Id) => boolean;
};

export function findText(plan: Plan, fullText: FullText): TextFound {
  const sought = [...plan.words, ...plan.phrases.flat()];
  const within = sought.length === 0 ? undefined : fullText.find(sought);
  const needed = plan.phrases.map((phrase) => fullText.findPhrase(phrase));
  const barred = [
    ...plan.withoutWords.map((words) => fullText.find(words)),
    ...plan.withoutPhrases.map((words) => fullText.findPhrase(words)),
  ];
  return {
    within,
    passes: (id) =>
      (within === undefined || within.has(id)) &&
      needed.every((found) => found.has(id)) &&
      !barred.some((found) => found.has(id)),
  };
}
