import type { SealStatement } from '#shared/domain/seals.ts';
import { isSameName } from '#shared/domain/signature-places.ts';
import { type ShownSignature, type SignatureRemark, stranger } from '#shared/domain/signer-standing.ts';
import type { SignerCertificates } from './ports/trust.ts';
import type { Ports, SealRecord } from './ports.ts';
import { isSealOfItsStatement } from './seal-validity.ts';
import type { JudgeSigner } from './signer-standing.ts';

const unknownHash = '0'.repeat(64);

/** What is odd about when a seal says it was made, and in whose name. */
function remarksOf(
  { at, signer }: SealStatement,
  { name, validFrom, validTo }: SignerCertificates,
): readonly SignatureRemark[] {
  const moment = Date.parse(at);
  const early: SignatureRemark[] = moment < Date.parse(validFrom) ? ['before-certificate'] : [];
  const late: SignatureRemark[] = moment > Date.parse(validTo) ? ['after-certificate'] : [];
  return [...early, ...late, ...(isSameName(name, signer.name) ? [] : (['other-name'] as const))];
}

/** Whose signature a seal is. Of one that is not over its own statement, or whose certificates do not hold, nobody's. */
export function signatureOfSeal(
  ports: Pick<Ports, 'signers' | 'hash'>,
  seal: SealRecord & { readonly statement: SealStatement },
  judge: JudgeSigner,
): ShownSignature {
  const { statement } = seal;
  const certified = ports.signers.certified(seal.certificates);
  const holds = certified !== null && isSealOfItsStatement(ports, seal);
  return {
    name: statement.signer.name,
    certifiedName: certified?.name ?? '',
    organisation: certified?.kind === 'organisation' ? certified.issuer : null,
    certificate: certified?.certificate ?? unknownHash,
    at: statement.at,
    standing: holds ? judge({ person: statement.signer, ...certified }) : stranger,
    remarks: certified === null ? [] : remarksOf(statement, certified),
  };
}
