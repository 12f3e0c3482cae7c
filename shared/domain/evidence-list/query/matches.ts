import type { EvidenceItem } from '../../evidence.ts';
import { anonymisationOf } from '../../identifiers/anonymisation.ts';
import { type CheckOf, nothingChecked } from '../check-of.ts';
import { type FeedbackOf, noFeedback } from '../feedback-of.ts';
import { fold } from '../fold.ts';
import { tokensOf } from '../tokens.ts';
import type { Asked, HasThing, QueryStatus } from './terms.ts';

type Known = { readonly checkOf: CheckOf; readonly feedbackOf: FeedbackOf };

const has: Readonly<Record<HasThing, (item: EvidenceItem, known: Known) => boolean>> = {
  file: ({ attachments }) => attachments.length > 0,
  link: ({ links }) => links.length > 0,
  reflection: ({ reflection }) => reflection !== '',
  verification: ({ verification }) => verification !== null,
  passage: ({ links }) => links.some(({ passage }) => passage !== undefined),
  tag: ({ tags = [] }) => tags.length > 0,
  /** As its badge says: hits of the identifier check that nobody has decided on. */
  identifiers: ({ id }, { checkOf }) => checkOf(id) === 'possible',
  note: ({ links }) => links.some(({ note }) => note !== ''),
  feedback: ({ id }, { feedbackOf }) => feedbackOf(id) !== 'none',
  /** Of what it says now: an acceptance of an earlier version is none. */
  accepted: ({ id }, { feedbackOf }) => feedbackOf(id) === 'accepted',
  returned: ({ id }, { feedbackOf }) => feedbackOf(id) === 'returned',
};

export const statusOf = (item: EvidenceItem): QueryStatus =>
  item.trashedAt !== null ? 'trash' : item.draft === true ? 'draft' : 'ready';

type Structured = Exclude<Asked, { readonly kind: 'word' | 'phrase' }>;
type Test = (item: EvidenceItem) => boolean;

/** Every word of the asked place begins one of the item's. */
function placeTest(asked: string): Test {
  const words = tokensOf(asked);
  return ({ place }) => {
    const there = tokensOf(place);
    return words.every((word) => there.some((token) => token.startsWith(word)));
  };
}

/** The test of a term that is no text. */
export function testOf(
  term: Structured,
  checkOf: CheckOf = nothingChecked,
  feedbackOf: FeedbackOf = noFeedback,
): Test {
  const known = { checkOf, feedbackOf };
  switch (term.kind) {
    case 'type': {
      const types = new Set(term.types);
      return ({ type }) => types.has(type);
    }
    case 'cap': {
      const codes = new Set(term.codes);
      return ({ links }) =>
        links.length === 0 ? codes.has('none') : links.some(({ capability }) => codes.has(capability));
    }
    case 'status':
      return (item) => term.statuses.includes(statusOf(item));
    case 'before':
      return ({ startedOn }) => startedOn < term.date;
    case 'after':
      return ({ startedOn }) => startedOn > term.date;
    case 'verified':
      return ({ verification }) => (verification !== null) === term.is;
    case 'redaction':
      return (item) => term.states.includes(anonymisationOf(item));
    case 'identifiers':
      return ({ id }) => {
        const state = checkOf(id);
        return state !== undefined && term.states.includes(state);
      };
    case 'has':
      return (item) => term.things.some((thing) => has[thing](item, known));
    case 'tag': {
      const tags = new Set(term.tags.map(fold));
      return ({ tags: there = [] }) => there.some((tag) => tags.has(fold(tag)));
    }
    case 'place': {
      const tests = term.places.map(placeTest);
      return (item) => tests.some((test) => test(item));
    }
  }
}
