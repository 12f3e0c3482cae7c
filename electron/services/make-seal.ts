import { failure } from '#shared/domain/failure.ts';
import type { Id } from '#shared/domain/ids.ts';
import type { IdentityCheck } from '#shared/domain/review.ts';
import type { SealStatement } from '#shared/domain/seals.ts';
import { isSamePerson } from '#shared/domain/signature-places.ts';
import { newSeal, type WithStatement } from './new-seal.ts';
import { isOwner, type KeyRequest, openSigner } from './open-signer.ts';
import type { Ports, SealRecord } from './ports.ts';
import { contentHash } from './seal-validity.ts';
import type { OpenPortfolio, Session } from './session.ts';

const hasStatement = (seal: SealRecord): seal is WithStatement => seal.statement !== undefined;

/** Seals over a record, newest first. */
export const sealsOver = (
  { store }: OpenPortfolio,
  collection: SealStatement['collection'],
  id: Id,
): readonly WithStatement[] =>
  [...store.all('seals').values()]
    .filter(hasStatement)
    .filter((seal) => seal.subjectId === id && seal.statement.collection === collection)
    .sort((a, b) => b.sealedAt.localeCompare(a.sealedAt));

/** What is sealed, as what, and by whom. */
export type ToSeal = Pick<SealStatement, 'kind' | 'collection' | 'recordId' | 'signer'>;
export type SealRequest = KeyRequest & { readonly identityCheck: IdentityCheck };

export const invalid = (path: readonly (string | number)[], code: string) =>
  failure('INVALID', { issues: [{ path: [...path], code }] });

/**
 * Signs the present version of a record; nothing is kept yet. To be called in the portfolio's turn, so that the version
 * stays the present one. Fails with NOT_FOUND, INVALID (`in-conflict`, `identity-check`), WRONG_PASSPHRASE and
 * WEAK_PASSPHRASE.
 */
export async function makeSeal(
  ports: Ports,
  session: Session,
  portfolio: OpenPortfolio,
  { kind, collection, recordId, signer }: ToSeal,
  request: SealRequest,
): Promise<WithStatement> {
  const { store } = portfolio;
  const [head, ...others] = store.heads(collection, recordId);
  if (head === undefined || head.value === null) throw failure('NOT_FOUND', { what: 'version' });
  // Two versions side by side: nobody could say which of them was signed.
  if (others.length > 0) throw invalid(['id'], 'in-conflict');
  if (isOwner(session, signer) !== (request.identityCheck === 'own-profile'))
    throw invalid(['identityCheck'], 'identity-check');
  const own = sealsOver(portfolio, collection, recordId).find(
    (one) => one.subject === kind && isSamePerson(one.statement.signer, signer),
  );
  const opened = await openSigner(ports, session, signer, request);
  const at = ports.clock.now().toISOString();
  const statement: SealStatement = {
    format: 'waymark-seal-1',
    kind,
    collection,
    recordId,
    revision: head.revision,
    content: contentHash(ports, kind, head.value),
    at,
    signer,
    presence: {
      identityCheck: request.identityCheck,
      deviceOwner: session.profile()?.name ?? '',
    },
    amends: own?.id ?? null,
  };
  return newSeal(ports, opened, statement, store.head());
}
