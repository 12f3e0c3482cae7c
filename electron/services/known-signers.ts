import type { Sha256 } from '#shared/domain/ids.ts';
import type { Verdict } from '#shared/domain/verdict.ts';
import type { Ports } from './ports.ts';
import type { Session } from './session.ts';

type Known = NonNullable<Verdict['signatures'][number]['knownAs']>;

/** Whose certificates this vault knows: its own signers', those of the directory, and the devices that issued them. */
export function knownSigners(ports: Ports, session: Session): ReadonlyMap<Sha256, Known> {
  const known = new Map<Sha256, Known>();
  const profile = session.current()?.profile;
  if (profile === undefined) return known;
  const root = profile.get('roots', 'root');
  const [ownRoot] = root === undefined ? [] : ports.signers.certificateHashes([root.certificate]);
  const add = (certificates: readonly string[], name: string, who: Known, device: string) => {
    const [leaf, ...issuers] = ports.signers.certificateHashes(certificates);
    // An organisation issues certificates to many: only a device's own root vouches for its owner.
    for (const issuer of issuers)
      if ((who.by === 'person' || issuer === ownRoot) && !known.has(issuer))
        known.set(issuer, { ...who, name: device, by: 'device' });
    if (leaf !== undefined) known.set(leaf, { ...who, name });
  };
  for (const person of profile.all('people').values())
    add(
      person.certificates,
      person.name,
      { name: person.name, by: 'person', confirmed: person.confirmed },
      person.name,
    );
  const owner = session.profile()?.name ?? '';
  for (const signer of profile.all('signers').values())
    add(signer.certificates, signer.name, { name: signer.name, by: 'own', confirmed: null }, owner);
  return known;
}

/** The verdict with what this vault knows of each signer: themselves, or else the device that vouches for them. */
export function withKnownSigners(verdict: Verdict, known: ReadonlyMap<Sha256, Known>): Verdict {
  return {
    ...verdict,
    signatures: verdict.signatures.map((signature) => {
      const themselves = known.get(signature.certificate);
      const knownAs = themselves ?? known.get(signature.root) ?? null;
      return { ...signature, known: themselves !== undefined, knownAs };
    }),
  };
}
