import { failure } from '#shared/domain/failure.ts';
import type { Card } from '#shared/domain/people.ts';
import { ownIdentity } from './own-identity.ts';
import type { Ports, SignerRecord } from './ports.ts';
import type { Session } from './session.ts';

/** The owner's key that was made on this device, the latest where a changed name made another. */
function deviceSigner(session: Session, name: string): SignerRecord | undefined {
  const { profile } = session.vault();
  const root = profile.get('roots', 'root')?.certificate;
  const own = [...profile.all('signers').values()]
    .filter((signer) => signer.owner && signer.certificates[1] === root)
    .sort((a, b) => b.createdAt.localeCompare(a.createdAt));
  return own.find((signer) => signer.name === name) ?? own[0];
}

/**
 * This vault's own card: the public halves of its owner, signed by the device's key.
 * Fails with LOCKED, and with VAULT_DAMAGED where the vault has no key of its owner.
 */
export async function ownCard(
  ports: Ports,
  session: Session,
): Promise<{
  readonly text: string;
  readonly compact: string;
  readonly card: Card;
  readonly fingerprint: string;
}> {
  const vault = session.vault();
  const profile = session.profile();
  const record = deviceSigner(session, profile?.name ?? '');
  if (profile === undefined || record === undefined)
    throw failure('VAULT_DAMAGED', { file: 'profile', what: 'signer-missing' });
  const identity = await ownIdentity(ports, vault);
  const card: Card = {
    profileId: profile.id,
    name: profile.name,
    roles: profile.roles,
    gmcNumber: profile.gmcNumber,
    recipient: identity.recipient,
    certificates: record.certificates,
  };
  const signer = await ports.signers.open(record, null);
  const text = await ports.cards.write(card, signer.seal);
  return { text, compact: ports.cards.compact(text), card, fingerprint: ports.cards.fingerprint(card) };
}
