import { failure } from '#shared/domain/failure.ts';
import { isThisPerson, type PersonOnRecord } from '#shared/domain/supervision/person.ts';
import { type OpenPortfolio, portfolioOf, type Session } from '../session.ts';

/** Who says something, and whose computer it is where it is somebody else's. */
export type Reviewer = { readonly by: PersonOnRecord; readonly device: string | null };

export const invalid = (path: readonly string[], code: string) =>
  failure('INVALID', { issues: [{ path: [...path], code }] });

export function ownerOnRecord(session: Session): PersonOnRecord {
  const profile = session.profile();
  return {
    name: profile?.name ?? '',
    gmcNumber: profile?.gmcNumber ?? null,
    role: profile?.roles.includes('supervisor') === true ? 'Supervisor' : '',
  };
}

/** Whether the vault's owner is the doctor whose portfolio it is. */
export const isOwn = (session: Session, { store }: OpenPortfolio): boolean =>
  isThisPerson(ownerOnRecord(session), portfolioOf(store).doctor);

/**
 * Who judges: the vault's owner, or whoever is there in person. Fails with INVALID (`own-evidence`) where that is the
 * doctor themselves, under whatever name they come.
 */
export function reviewerOf(
  session: Session,
  portfolio: OpenPortfolio,
  inPerson: PersonOnRecord | null,
): Reviewer {
  const { doctor } = portfolioOf(portfolio.store);
  const owner = ownerOnRecord(session);
  const by = inPerson ?? owner;
  if (isThisPerson(by, doctor))
    throw invalid(inPerson === null ? ['inPerson'] : ['inPerson', 'name'], 'own-evidence');
  return { by, device: inPerson === null || isThisPerson(inPerson, owner) ? null : owner.name };
}
