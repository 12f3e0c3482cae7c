import type { Sha256 } from '#shared/domain/ids.ts';
import type { Confirmation } from '#shared/domain/people.ts';
import type { Ports } from './ports.ts';
import type { Session } from './session.ts';

/** Whose certificate one is that this vault knows. */
export type KnownSigner = {
  /** `device`: the root of a device, which can make a key in any name. */
  readonly kind: 'signer' | 'device';
  /** How this vault calls them first; what else they sign as after it. */
  readonly names: readonly [string, ...string[]];
  readonly gmcNumber: string | null;
  /** Null for keys of this vault itself. */
  readonly confirmed: Confirmation | null;
};

/**
 * Whose certificates this vault knows, by their SHA-256: its own signers', those of the directory, and the devices that
 * issued them. An organisation issues certificates to many: only a device's own root vouches for its owner.
 */
export function knownSigners(ports: Ports, session: Session): ReadonlyMap<Sha256, KnownSigner> {
  const known = new Map<Sha256, KnownSigner>();
  const profile = session.current()?.profile;
  if (profile === undefined) return known;
  const hashes = (certificates: readonly string[]) => ports.signers.certificateHashes(certificates);
  for (const { certificates, name, gmcNumber, confirmed } of profile.all('people').values()) {
    const person = { names: [name], gmcNumber, confirmed } as const;
    const [leaf, ...issuers] = hashes(certificates);
    for (const issuer of issuers) known.set(issuer, { ...person, kind: 'device' });
    if (leaf !== undefined) known.set(leaf, { ...person, kind: 'signer' });
  }
  const owner = session.profile();
  const root = profile.get('roots', 'root');
  const [device] = root === undefined ? [] : hashes([root.certificate]);
  if (device !== undefined && owner !== undefined)
    known.set(device, {
      kind: 'device',
      names: [owner.name],
      gmcNumber: owner.gmcNumber,
      confirmed: null,
    });
  for (const signer of profile.all('signers').values()) {
    const [leaf] = hashes(signer.certificates);
    const names = signer.owner && owner !== undefined ? [owner.name, signer.name] : [signer.name];
    const [name = '', ...others] = names;
    if (leaf !== undefined)
      known.set(leaf, {
        kind: 'signer',
        names: [name, ...others],
        gmcNumber: signer.gmcNumber,
        confirmed: null,
      });
  }
  return known;
}

/** The organisations that issued this vault's own keys: SHA-256 of the last certificate of each. */
export function ownOrganisations(ports: Ports, session: Session): ReadonlySet<Sha256> {
  const signers = [...(session.current()?.profile.all('signers').values() ?? [])];
  return new Set(
    signers
      .filter(({ source, certificates }) => source === 'organisation' && certificates.length > 1)
      .flatMap(({ certificates }) => ports.signers.certificateHashes(certificates).slice(-1)),
  );
}
