import { failure } from '#shared/domain/failure.ts';
import { isThisPerson } from '#shared/domain/supervision/person.ts';
import { codeFrom, type RequestInput, type SignOffRequest } from '#shared/domain/supervision/request.ts';
import { invalid } from '../make-seal.ts';
import type { Ports } from '../ports.ts';
import { type OpenPortfolio, portfolioOf } from '../session.ts';

/** A new request as it would be kept. Fails with NOT_FOUND, and INVALID at what is wrong with it. */
export function newRequest(ports: Ports, { store }: OpenPortfolio, input: RequestInput): SignOffRequest {
  const today = ports.clock.today();
  const at = ports.clock.now().toISOString();
  if (isThisPerson(input.assessor, portfolioOf(store).doctor))
    throw invalid(['request', 'assessor', 'name'], 'own-evidence');
  if (input.dueOn < today) throw invalid(['request', 'dueOn'], 'due-past');
  for (const id of input.items) {
    const item = store.get('evidence', id);
    if (item === undefined || item.trashedAt !== null) throw failure('NOT_FOUND', { what: 'evidence' });
    if (item.draft === true) throw invalid(['request', 'items'], 'draft');
  }
  if (input.review !== null && store.get('reviews', input.review) === undefined)
    throw failure('NOT_FOUND', { what: 'review' });
  const id = ports.newId();
  return {
    ...input,
    items: [...new Set(input.items)],
    id,
    code: codeFrom(ports.hash(`waymark-request-1\n${id}\n${ports.newId()}`)),
    sentOn: today,
    chased: [],
    state: 'open',
    closedOn: null,
    createdAt: at,
    updatedAt: at,
  };
}
