import type { ShownFeedback } from '#shared/contract/feedback.ts';
import type { Services } from '#shared/contract/services.ts';
import type { EvidenceItem, Passage } from '#shared/domain/evidence.ts';
import { failure } from '#shared/domain/failure.ts';
import type { Id } from '#shared/domain/ids.ts';
import { fileOfPassage } from '#shared/domain/passages/passages.ts';
import type { Feedback } from '#shared/domain/supervision/feedback.ts';
import { feedbackStates } from '#shared/domain/supervision/feedback-states.ts';
import { oldestFirst } from '#shared/domain/supervision/item-standing.ts';
import { isThisPerson } from '#shared/domain/supervision/person.ts';
import type { Ports } from './ports.ts';
import type { OpenPortfolio, Session } from './session.ts';
import { breathe } from './slices.ts';
import { contentOf } from './supervision/content-of.ts';
import { invalid, ownerOnRecord, reviewerOf } from './supervision/reviewer.ts';

const newestFirst = (a: Feedback, b: Feedback) => oldestFirst(b, a);

/** The item as it is before somebody; fails with NOT_FOUND, and INVALID where it is not to be judged. */
function itemToJudge({ store }: OpenPortfolio, id: Id) {
  const item = store.get('evidence', id);
  const [head, ...others] = store.heads('evidence', id);
  if (item === undefined || item.trashedAt !== null || head === undefined)
    throw failure('NOT_FOUND', { what: 'evidence' });
  if (item.draft === true) throw invalid(['item'], 'draft');
  // Nobody could say which of them was looked at.
  if (others.length > 0) throw invalid(['item'], 'in-conflict');
  return { item, revision: head.revision };
}

/** Of a file that others get only a redacted copy of, no words are kept: feedback travels. */
function passageFor(item: EvidenceItem, passage: Passage | null): Passage | null {
  if (passage === null) return null;
  const file = fileOfPassage(item, passage);
  if (file === undefined) throw failure('NOT_FOUND', { what: 'file' });
  const isPrivate = file.redacted !== undefined && passage.file === file.hash;
  return isPrivate ? { ...passage, quote: '' } : passage;
}

/** What supervisors say of evidence. */
export function createFeedbackService(ports: Ports, session: Session): Services['feedback'] {
  const shown = ({ feedback: index }: OpenPortfolio, one: Feedback): ShownFeedback => {
    const present = index.isPresent(one);
    const own = one.device === null && isThisPerson(one.by, ownerOnRecord(session));
    return { ...one, present, withdrawable: own && present };
  };

  return {
    give: async ({ portfolioId, item: id, revision, feedback, inPerson }) => {
      const portfolio = await session.portfolio(portfolioId);
      return portfolio.inTurn(async () => {
        const { by, device } = reviewerOf(session, portfolio, inPerson);
        const { item, revision: present } = itemToJudge(portfolio, id);
        if (revision !== present) throw failure('CHANGED_SINCE', { count: 1 });
        const value: Feedback = {
          ...feedback,
          passage: passageFor(item, feedback.passage),
          id: ports.newId(),
          item: id,
          revision,
          content: contentOf(ports, item),
          request: null,
          by,
          device,
          at: ports.clock.now().toISOString(),
        };
        const change = { collection: 'feedback', id: value.id, value } as const;
        await portfolio.store.commit(feedbackActions[feedback.verdict], [change]);
        return value;
      });
    },
    ofItem: async ({ portfolioId, item }) => {
      const portfolio = await session.portfolio(portfolioId);
      const [head] = portfolio.store.heads('evidence', item);
      if (head === undefined || portfolio.store.get('evidence', item) === undefined)
        throw failure('NOT_FOUND', { what: 'evidence' });
      const feedback = portfolio.feedback.of(item).toSorted(newestFirst);
      return {
        revision: head.revision,
        ...portfolio.feedback.standing(item),
        feedback: feedback.map((one) => shown(portfolio, one)),
      };
    },
    list: async ({ portfolioId, limit }) => {
      const portfolio = await session.portfolio(portfolioId);
      const { store, feedback: index } = portfolio;
      const counts = Object.fromEntries(feedbackStates.map((state) => [state, 0])) as Record<
        (typeof feedbackStates)[number],
        number
      >;
      for (const { id, draft, trashedAt } of store.all('evidence').values())
        if (draft !== true && trashedAt === null) counts[index.standing(id).state] += 1;
      await breathe();
      const all = [...store.all('feedback').values()].sort(newestFirst);
      return {
        counts,
        total: all.length,
        feedback: all
          .slice(0, limit)
          .map((one) => ({ ...shown(portfolio, one), title: store.get('evidence', one.item)?.title ?? '' })),
      };
    },
    withdraw: async ({ portfolioId, id }) => {
      const portfolio = await session.portfolio(portfolioId);
      return portfolio.inTurn(async () => {
        const one = portfolio.store.get('feedback', id);
        if (one === undefined) throw failure('NOT_FOUND', { what: 'feedback' });
        if (one.device !== null || !isThisPerson(one.by, ownerOnRecord(session)))
          throw invalid(['id'], 'not-own');
        if (!portfolio.feedback.isPresent(one)) throw failure('CHANGED_SINCE', { count: 1 });
        await portfolio.store.commit('feedback.withdraw', [{ collection: 'feedback', id, value: null }]);
        return {};
      });
    },
  };
}

const feedbackActions = {
  seen: 'feedback.see',
  accepted: 'feedback.accept',
  returned: 'feedback.return',
  comment: 'feedback.comment',
} as const;
