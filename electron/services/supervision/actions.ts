import type { Services } from '#shared/contract/services.ts';
import { failure } from '#shared/domain/failure.ts';
import type { Id } from '#shared/domain/ids.ts';
import type { ListedAction } from '#shared/domain/supervision/action-list.ts';
import { carriedOver, closed, reopened, trackedFrom } from '#shared/domain/supervision/follow-action.ts';
import { type TrackedAction, trackedActionSchema } from '#shared/domain/supervision/tracked-action.ts';
import type { Ports } from '../ports.ts';
import type { OpenPortfolio, Session } from '../session.ts';
import { actionsOn, invalid } from './supervised.ts';

/** Fails with INVALID where the guidance has no such capability. */
function mustKnow({ pack }: OpenPortfolio, capability: string | null, path: readonly string[]): void {
  if (capability === null || pack.capabilities.some(({ code }) => code === capability)) return;
  throw invalid([...path], 'unknown-capability');
}

/** Lists on an action's record have an end; nobody gets there by working. */
function mustFit(action: TrackedAction): TrackedAction {
  if (!trackedActionSchema.safeParse(action).success) throw invalid([], 'too-many');
  return action;
}

export function createActionsService(ports: Ports, session: Session): Services['actions'] {
  const now = () => ports.clock.now().toISOString();
  const today = () => ports.clock.today();

  const listed = (portfolio: OpenPortfolio, id: Id): ListedAction => {
    const action = actionsOn(portfolio, today()).find((one) => one.id === id);
    if (action === undefined) throw failure('NOT_FOUND', { what: 'action' });
    return action;
  };

  /** Changes an action that stands as `wanted`. One a review set is followed from its first change on. */
  const change = async (
    at: { readonly portfolioId: Id; readonly id: Id },
    name: string,
    wanted: 'open' | 'closed',
    edit: (action: TrackedAction, portfolio: OpenPortfolio, before: ListedAction) => TrackedAction,
  ): Promise<ListedAction> => {
    const portfolio = await session.portfolio(at.portfolioId);
    return portfolio.inTurn(async () => {
      const { store } = portfolio;
      const before = listed(portfolio, at.id);
      const { status } = before;
      if ((status === 'open') !== (wanted === 'open')) throw failure('ACTION_STATE', { status });
      const tracked = trackedFrom(before, store.get('actions', at.id), now());
      const value = mustFit({ ...edit(tracked, portfolio, before), updatedAt: now() });
      await store.commit(name, [{ collection: 'actions', id: value.id, value }]);
      return listed(portfolio, value.id);
    });
  };

  return {
    list: async ({ portfolioId }) => ({
      today: today(),
      actions: actionsOn(await session.portfolio(portfolioId), today()),
    }),
    add: async ({ portfolioId, action, origin }) => {
      const portfolio = await session.portfolio(portfolioId);
      return portfolio.inTurn(async () => {
        const { store } = portfolio;
        mustKnow(portfolio, action.capability, ['action', 'capability']);
        if (origin.kind === 'meeting' && store.get('meetings', origin.id ?? '') === undefined)
          throw failure('NOT_FOUND', { what: 'meeting' });
        if (origin.kind === 'feedback' && store.get('feedback', origin.id ?? '') === undefined)
          throw failure('NOT_FOUND', { what: 'feedback' });
        const at = now();
        const value: TrackedAction = {
          ...action,
          id: ports.newId(),
          status: 'open',
          origin,
          carriedOver: [],
          progress: [],
          reopened: [],
          evidence: [],
          closedOn: null,
          closingNote: '',
          statusAt: null,
          createdAt: at,
          updatedAt: at,
        };
        await store.commit('action.add', [{ collection: 'actions', id: value.id, value }]);
        return listed(portfolio, value.id);
      });
    },
    change: ({ action, ...at }) =>
      change(at, 'action.update', 'open', (tracked, portfolio, before) => {
        if (before.origin.kind === 'review') throw invalid(['action'], 'signed-words');
        mustKnow(portfolio, action.capability, ['action', 'capability']);
        return { ...tracked, ...action };
      }),
    progress: ({ text, ...at }) =>
      change(at, 'action.progress', 'open', (tracked) => ({
        ...tracked,
        progress: [...tracked.progress, { on: today(), text }],
      })),
    carryOver: ({ to, why, ...at }) =>
      change(at, 'action.carry-over', 'open', (tracked) => {
        if (to <= tracked.dueOn) throw invalid(['to'], 'not-later');
        return carriedOver(tracked, { to, why }, today());
      }),
    close: ({ status, evidence, note, ...at }) =>
      change(at, 'action.close', 'open', (tracked, { store }) => {
        const ids = [...new Set(evidence)];
        const kept = ids.every((id) => store.get('evidence', id)?.trashedAt === null);
        if (!kept) throw failure('NOT_FOUND', { what: 'evidence' });
        if (note === '' && (status === 'dropped' || ids.length === 0)) throw invalid(['note'], 'required');
        return closed(tracked, { status, evidence: ids, note }, { on: today(), at: now() });
      }),
    reopen: ({ why, ...at }) =>
      change(at, 'action.reopen', 'closed', (tracked) => reopened(tracked, why, { on: today(), at: now() })),
  };
}
