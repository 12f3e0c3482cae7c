import type { AskedOfMe, ShownRequest } from '#shared/contract/requests.ts';
import type { Services } from '#shared/contract/services.ts';
import { failure } from '#shared/domain/failure.ts';
import type { Id } from '#shared/domain/ids.ts';
import { isThisPerson } from '#shared/domain/supervision/person.ts';
import type { SignOffRequest } from '#shared/domain/supervision/request.ts';
import { invalid } from '../make-seal.ts';
import type { Ports } from '../ports.ts';
import type { OpenPortfolio, Session } from '../session.ts';
import { breathe } from '../slices.ts';
import { isOwn, ownerOnRecord } from '../supervision/reviewer.ts';
import { answerRequest, refuseOthers } from './answer.ts';
import { newRequest } from './ask.ts';
import { formOf } from './form.ts';
import { keepScan, scannedIn } from './scans.ts';
import { shownRequest, shownToAssessor } from './shown.ts';

const order = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);
const mostChases = 60;

/** Open ones first, the most pressing first; then what was closed last. */
const pressing = (a: ShownRequest, b: ShownRequest): number =>
  Number(a.state !== 'open') - Number(b.state !== 'open') ||
  (a.state === 'open'
    ? order(a.request.dueOn, b.request.dueOn)
    : order(b.closedOn ?? b.request.sentOn, a.closedOn ?? a.request.sentOn)) ||
  order(a.request.id, b.request.id);

/** What doctors ask others for: sign-offs and reports. */
export function createRequestsService(ports: Ports, session: Session): Services['requests'] {
  const found = ({ store }: OpenPortfolio, id: Id): SignOffRequest => {
    const request = store.get('requests', id);
    if (request === undefined) throw failure('NOT_FOUND', { what: 'request' });
    return request;
  };
  const shown = (portfolio: OpenPortfolio, request: SignOffRequest) =>
    shownRequest(ports, session, portfolio, request);
  const openOne = async (portfolio: OpenPortfolio, id: Id): Promise<ShownRequest> => {
    const one = await shown(portfolio, found(portfolio, id));
    if (one.state !== 'open') throw invalid(['id'], 'request-closed');
    return one;
  };
  const changed = async (
    portfolioId: Id,
    id: Id,
    action: string,
    change: (request: SignOffRequest) => Partial<SignOffRequest>,
  ): Promise<ShownRequest> => {
    const portfolio = await session.portfolio(portfolioId);
    return portfolio.inTurn(async () => {
      const { request } = await openOne(portfolio, id);
      const value = { ...request, ...change(request), updatedAt: ports.clock.now().toISOString() };
      await portfolio.store.commit(action, [{ collection: 'requests', id, value }]);
      return shown(portfolio, value);
    });
  };

  return {
    list: async ({ portfolioId }) => {
      const portfolio = await session.portfolio(portfolioId);
      const all: ShownRequest[] = [];
      for (const request of portfolio.store.all('requests').values()) {
        all.push(await shown(portfolio, request));
        await breathe();
      }
      return all.sort(pressing);
    },
    ask: async ({ portfolioId, request: input }) => {
      const portfolio = await session.portfolio(portfolioId);
      return portfolio.inTurn(async () => {
        const value = newRequest(ports, portfolio, input);
        await portfolio.store.commit('request.ask', [{ collection: 'requests', id: value.id, value }]);
        return shown(portfolio, value);
      });
    },
    chase: ({ portfolioId, id }) =>
      changed(portfolioId, id, 'request.chase', ({ chased }) => ({
        chased: [...new Set([...chased, ports.clock.today()])].slice(-mostChases),
      })),
    cancel: ({ portfolioId, id }) =>
      changed(portfolioId, id, 'request.cancel', () => ({
        state: 'cancelled',
        closedOn: ports.clock.today(),
      })),
    reissue: async ({ portfolioId, id, dueOn, way }) => {
      const portfolio = await session.portfolio(portfolioId);
      return portfolio.inTurn(async () => {
        const { request, items } = await openOne(portfolio, id);
        const left = items.filter(({ state }) => state === 'waiting' || state === 'unsound');
        const { kind, review, assessor, note } = request;
        const again = { kind, review, assessor, note, way, dueOn, items: left.map((item) => item.id) };
        const value = newRequest(ports, portfolio, again);
        const on = ports.clock.today();
        const before: SignOffRequest = {
          ...request,
          state: 'cancelled',
          closedOn: on,
          updatedAt: value.updatedAt,
        };
        await portfolio.store.commit('request.reissue', [
          { collection: 'requests', id, value: before },
          { collection: 'requests', id: value.id, value },
        ]);
        return shown(portfolio, value);
      });
    },
    askedOfMe: async () => {
      const owner = ownerOnRecord(session);
      const all: AskedOfMe[] = [];
      for (const { id } of session.vault().profile.all('shelf').values()) {
        const portfolio = await session.portfolio(id);
        if (isOwn(session, portfolio)) continue;
        for (const request of portfolio.store.all('requests').values())
          if (request.kind === 'sign-off' && isThisPerson(request.assessor, owner))
            all.push(await shownToAssessor(ports, session, portfolio, request));
        await breathe();
      }
      return all.sort(pressing);
    },
    answer: async ({ portfolioId, id, ...given }) => {
      const portfolio = await session.portfolio(portfolioId);
      return portfolio.inTurn(async () => {
        const request = found(portfolio, id);
        refuseOthers(session, portfolio, request);
        await openOne(portfolio, id);
        await answerRequest(ports, session, portfolio, request, given);
        return shownToAssessor(ports, session, portfolio, request);
      });
    },
    form: async ({ portfolioId, id }) => {
      const portfolio = await session.portfolio(portfolioId);
      return formOf(ports, session, portfolio, await openOne(portfolio, id));
    },
    scanned: async ({ portfolioId, uploadId }) => {
      const portfolio = await session.portfolio(portfolioId);
      return { found: await scannedIn(ports, session, portfolio, uploadId) };
    },
    keepScan: async ({ portfolioId, id, ...given }) => {
      const portfolio = await session.portfolio(portfolioId);
      return portfolio.inTurn(async () => {
        const { request } = await openOne(portfolio, id);
        const value = await keepScan(ports, portfolio, request, given);
        return shown(portfolio, value);
      });
    },
  };
}
