import type { AskedOfMe, ShownRequest } from '#shared/contract/requests.ts';
import type { Id } from '#shared/domain/ids.ts';
import type { SignOffRequest } from '#shared/domain/supervision/request.ts';
import {
  answersTo,
  type ItemAnswer,
  type JudgedSeal,
  standingOfRequest,
} from '#shared/domain/supervision/request-standing.ts';
import { sealsOver } from '../make-seal.ts';
import type { Ports } from '../ports.ts';
import { validityOf } from '../seal-validity.ts';
import { type OpenPortfolio, portfolioOf, type Session } from '../session.ts';

/** The last package of this portfolio for that audience; for an assessor, the last with this request. */
function lastMade(session: Session, portfolioId: Id, audience: string, request?: Id): string | null {
  const made = [...session.vault().profile.all('travels').values()].filter(
    (travel) =>
      travel.direction === 'made' &&
      travel.portfolioId === portfolioId &&
      travel.audience === audience &&
      (request === undefined || travel.request === request),
  );
  return (
    made
      .map(({ at }) => at)
      .sort()
      .at(-1) ?? null
  );
}

async function answersOf(
  ports: Ports,
  portfolio: OpenPortfolio,
  request: SignOffRequest,
): Promise<readonly ItemAnswer[]> {
  const seals: JudgedSeal[] = [];
  for (const item of request.items)
    for (const seal of sealsOver(portfolio, 'evidence', item))
      if (seal.subject === 'sign-off' || seal.subject === 'in-person')
        seals.push({ statement: seal.statement, validity: await validityOf(ports, portfolio, seal) });
  const feedback = request.items.flatMap((item) => portfolio.feedback.of(item));
  return answersTo(request, { feedback, seals });
}

/** A request with what became of each of its items. */
export async function shownRequest(
  ports: Ports,
  session: Session,
  portfolio: OpenPortfolio,
  request: SignOffRequest,
): Promise<ShownRequest> {
  const { store } = portfolio;
  const answers = await answersOf(ports, portfolio, request);
  const reports = request.kind === 'report' ? [...store.all('supervisorReports').values()] : [];
  return {
    request,
    ...standingOfRequest(request, answers, reports, ports.clock.today()),
    items: answers.map(({ item: id, state, on, comment }) => {
      const item = store.get('evidence', id);
      return {
        id,
        title: item?.title ?? '',
        startedOn: item?.startedOn ?? '',
        endedOn: item?.endedOn ?? null,
        capabilities: [...new Set(item?.links.map(({ capability }) => capability))],
        state,
        on,
        comment,
      };
    }),
    filedAt: lastMade(session, portfolioOf(store).id, 'assessor', request.id),
  };
}

/** The same for whoever is asked: with the files, and the doctor's name. */
export async function shownToAssessor(
  ports: Ports,
  session: Session,
  portfolio: OpenPortfolio,
  request: SignOffRequest,
): Promise<AskedOfMe> {
  const { store } = portfolio;
  const { id: portfolioId, doctor } = portfolioOf(store);
  return {
    ...(await shownRequest(ports, session, portfolio, request)),
    portfolioId,
    doctor: doctor.name,
    files: Object.fromEntries(
      request.items.map((id) => [id, store.get('evidence', id)?.attachments ?? []] as const),
    ),
    repliedAt: lastMade(session, portfolioId, 'doctor'),
  };
}
