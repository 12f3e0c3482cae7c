import type { Services } from '#shared/contract/services.ts';
import { failure } from '#shared/domain/failure.ts';
import type { Feedback } from '#shared/domain/supervision/feedback.ts';
import { isThisPerson } from '#shared/domain/supervision/person.ts';
import type { SignOffRequest } from '#shared/domain/supervision/request.ts';
import { invalid, makeSeal } from '../make-seal.ts';
import type { WithStatement } from '../new-seal.ts';
import type { Ports } from '../ports.ts';
import { trySealHeads } from '../seal-heads.ts';
import { type OpenPortfolio, portfolioOf, type Session } from '../session.ts';
import { contentOf } from '../supervision/content-of.ts';
import { ownerOnRecord } from '../supervision/reviewer.ts';

type Given = Parameters<Services['requests']['answer']>[0];

/** Fails with INVALID unless the vault's owner is the one who was asked, and not the doctor. */
export function refuseOthers(session: Session, portfolio: OpenPortfolio, { assessor }: SignOffRequest): void {
  const owner = ownerOnRecord(session);
  if (isThisPerson(owner, portfolioOf(portfolio.store).doctor)) throw invalid(['id'], 'own-evidence');
  if (!isThisPerson(owner, assessor)) throw invalid(['id'], 'not-asked');
}

function feedbackOn(
  ports: Ports,
  session: Session,
  { store }: OpenPortfolio,
  request: SignOffRequest,
  answer: Given['answers'][number],
): Feedback {
  const item = store.get('evidence', answer.item);
  const [head, ...others] = store.heads('evidence', answer.item);
  if (item === undefined || item.trashedAt !== null || head === undefined)
    throw failure('NOT_FOUND', { what: 'evidence' });
  if (others.length > 0) throw invalid(['answers'], 'in-conflict');
  const { name, gmcNumber } = ownerOnRecord(session);
  return {
    id: ports.newId(),
    item: answer.item,
    revision: head.revision,
    content: contentOf(ports, item),
    verdict: answer.verdict,
    comment: answer.comment,
    passage: null,
    sbi: answer.verdict === 'accepted' ? answer.sbi : null,
    request: request.id,
    by: { name, gmcNumber, role: request.assessor.role },
    device: null,
    at: ports.clock.now().toISOString(),
  };
}

/**
 * Answers items of a request as one line of the journal: what is said, and a seal over each item that is signed off. To
 * be called in the portfolio's turn.
 */
export async function answerRequest(
  ports: Ports,
  session: Session,
  portfolio: OpenPortfolio,
  request: SignOffRequest,
  { answers, passphrase }: Pick<Given, 'answers' | 'passphrase'>,
): Promise<void> {
  answers.forEach(({ item }, index) => {
    const twice = answers.findIndex((other) => other.item === item) !== index;
    if (twice || !request.items.includes(item)) throw invalid(['answers', index, 'item'], 'not-of-request');
  });
  const feedback = answers.map((answer) => feedbackOn(ports, session, portfolio, request, answer));
  const accepted = feedback.filter(({ verdict }) => verdict === 'accepted');
  if (accepted.length > 0 && passphrase === null) throw invalid(['passphrase'], 'required');
  const { name, gmcNumber } = ownerOnRecord(session);
  const signer = { name, gmcNumber, role: request.assessor.role === '' ? 'Assessor' : request.assessor.role };
  const seals: WithStatement[] = [];
  for (const { item } of accepted)
    seals.push(
      await makeSeal(
        ports,
        session,
        portfolio,
        { kind: 'sign-off', collection: 'evidence', recordId: item, signer },
        { passphrase: passphrase ?? '', identityCheck: 'own-profile', newKey: false },
      ),
    );
  await portfolio.store.commit('request.answer', [
    ...seals.map((value) => ({ collection: 'seals' as const, id: value.id, value })),
    ...feedback.map((value) => ({ collection: 'feedback' as const, id: value.id, value })),
  ]);
  if (seals.length > 0) await trySealHeads(ports, session.vault(), 'sign-off');
}
