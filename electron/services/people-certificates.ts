import type { Sha256 } from '#shared/domain/ids.ts';
import type { Ports } from './ports.ts';
import type { Session } from './session.ts';

/**
 * SHA-256 of every certificate this vault knows the holder of: those who signed on this device, and the people of the
 * directory. Empty while no vault is open.
 */
export function knownCertificates(ports: Ports, session: Session): ReadonlySet<Sha256> {
  const profile = session.current()?.profile;
  if (profile === undefined) return new Set();
  return new Set([
    ...[...profile.all('signers').values()].map(ports.signers.certificateHash),
    ...[...profile.all('people').values()].map(ports.cards.certificateHash),
  ]);
}
