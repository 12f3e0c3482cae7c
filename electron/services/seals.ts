import type { Services } from '#shared/contract/services.ts';
import { failure } from '#shared/domain/failure.ts';
import type { Id } from '#shared/domain/ids.ts';
import type { SealSigner, ShownSeal } from '#shared/domain/seals.ts';
import { isSamePerson } from '#shared/domain/signature-places.ts';
import {
  invalid,
  makeSeal,
  type SealRequest as Request,
  sealsOver,
  type ToSeal as Wanted,
} from './make-seal.ts';
import type { WithStatement } from './new-seal.ts';
import { standingOf } from './open-signer.ts';
import type { Ports } from './ports.ts';
import { trySealHeads } from './seal-heads.ts';
import { signatureOfSeal } from './seal-signature.ts';
import { isSealOfItsStatement, validityOf } from './seal-validity.ts';
import { type OpenPortfolio, portfolioOf, type Session } from './session.ts';
import { signerJudge } from './signer-standing.ts';
import { panelRoleTitles } from './signing-words.ts';
import { ownerOnRecord } from './supervision/reviewer.ts';

/** Whether a later seal corrects this one: only its own signer's can, with a key of the same device or organisation. */
function isAmendedBy(ports: Ports, seal: WithStatement, later: WithStatement): boolean {
  const [before, after] = [seal, later].map(({ certificates }) => ports.signers.certified(certificates));
  return (
    later.statement.amends === seal.id &&
    before != null &&
    before.root === after?.root &&
    isSamePerson(seal.statement.signer, later.statement.signer) &&
    isSealOfItsStatement(ports, later)
  );
}

export function createSealsService(ports: Ports, session: Session): Services['seals'] {
  const shown = async (
    portfolio: OpenPortfolio,
    seal: WithStatement,
    all: readonly WithStatement[],
  ): Promise<ShownSeal> => {
    return {
      id: seal.id,
      kind: seal.subject,
      validity: await validityOf(ports, portfolio, seal),
      statement: seal.statement,
      signature: signatureOfSeal(ports, seal, signerJudge(ports, session)),
      amendedBy: all.find((later) => isAmendedBy(ports, seal, later))?.id ?? null,
    };
  };

  /** Signs the present version of a record, and keeps the seal. Runs in the portfolio's turn: the version stays the present one. */
  const seal = async (portfolio: OpenPortfolio, wanted: Wanted, request: Request): Promise<ShownSeal> => {
    const before = sealsOver(portfolio, wanted.collection, wanted.recordId);
    const record = await makeSeal(ports, session, portfolio, wanted, request);
    await portfolio.store.commit('seal.sign', [{ collection: 'seals', id: record.id, value: record }]);
    await trySealHeads(ports, session.vault(), 'sign-off');
    return shown(portfolio, record, [record, ...before]);
  };

  /** The evidence item an assessor signs off. */
  const itemFor = (portfolio: OpenPortfolio, id: Id, signer: SealSigner): Wanted => {
    const item = portfolio.store.get('evidence', id);
    if (item === undefined || item.trashedAt !== null) throw failure('NOT_FOUND', { what: 'evidence' });
    if (isSamePerson(portfolioOf(portfolio.store).doctor, signer))
      throw invalid(['signer', 'name'], 'own-evidence');
    return { kind: 'in-person', collection: 'evidence', recordId: id, signer };
  };

  /** The judgements of a review that is still a draft, sealed by a member of its panel. */
  const judgementsFor = (portfolio: OpenPortfolio, id: Id, memberId: Id): Wanted => {
    const review = portfolio.store.get('reviews', id);
    if (review === undefined) throw failure('NOT_FOUND', { what: 'review' });
    const member = review.panel.find((each) => each.id === memberId);
    if (member === undefined) throw failure('NOT_FOUND', { what: 'person' });
    if (review.state !== 'drafted' || review.judgements.length === 0)
      throw failure('REVIEW_STATE', { state: review.state });
    const { name, gmcNumber, role } = member;
    const signer = { name, gmcNumber, role: panelRoleTitles[role] };
    return { kind: 'judgement', collection: 'reviews', recordId: id, signer };
  };

  return {
    standing: async (person) => {
      session.vault();
      return { standing: standingOf(session, person) };
    },
    sign: async (input) => {
      const portfolio = await session.portfolio(input.portfolioId);
      return portfolio.inTurn(async () => {
        if (input.kind === 'sign-off') {
          const signer = { ...ownerOnRecord(session), role: input.role };
          const wanted = { ...itemFor(portfolio, input.id, signer), kind: 'sign-off' } as const;
          return seal(portfolio, wanted, { ...input, identityCheck: 'own-profile', newKey: false });
        }
        const wanted =
          input.kind === 'in-person'
            ? itemFor(portfolio, input.id, input.signer)
            : judgementsFor(portfolio, input.id, input.member);
        return seal(portfolio, wanted, input);
      });
    },
    list: async ({ portfolioId, collection, id }) => {
      const portfolio = await session.portfolio(portfolioId);
      const all = sealsOver(portfolio, collection, id);
      return Promise.all(all.map((one) => shown(portfolio, one, all)));
    },
  };
}
