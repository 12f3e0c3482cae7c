import { isThisPerson } from '#shared/domain/cards.ts';
import type { Sha256 } from '#shared/domain/ids.ts';
import type { NamedPerson } from '#shared/domain/signature-places.ts';
import { type ShownSignature, type SignerStanding, stranger } from '#shared/domain/signer-standing.ts';
import type { Verdict } from '#shared/domain/verdict.ts';
import { type KnownSigner, knownSigners, ownOrganisations } from './known-signers.ts';
import type { Ports } from './ports.ts';
import type { Session } from './session.ts';

/** Whose a key is said to be, and which certificates truly stand behind it. */
export type SignerClaim = {
  readonly person: NamedPerson;
  readonly certificate: Sha256;
  /** The last certificate of a chain that was checked; null where there is none. */
  readonly root: Sha256 | null;
  readonly kind: 'device' | 'organisation' | null;
};
export type JudgeSigner = (claim: SignerClaim) => SignerStanding;

const shownPerson = ({ names: [name], confirmed }: KnownSigner) => ({ name, confirmed });

/** Known by that name: one of a person's names, and no other GMC number than theirs. */
const goesBy = ({ names, gmcNumber }: KnownSigner, { name, gmcNumber: claimed }: NamedPerson): boolean =>
  names.some((each) => isThisPerson({ name: each, gmcNumber: null }, { name, gmcNumber: null })) &&
  (gmcNumber === null || claimed === null || gmcNumber === claimed);

function byOwnKey(who: KnownSigner, person: NamedPerson): SignerStanding {
  const known = shownPerson(who);
  if (!goesBy(who, person)) return { is: 'other-name', person: known };
  if (who.confirmed === null) return { is: 'own', person: known };
  return { is: who.confirmed === 'not-yet' ? 'card-only' : 'confirmed', person: known };
}

/** What this vault knows of whoever holds a key. Works without an open vault: nobody is known then. */
export function signerJudge(ports: Ports, session: Session): JudgeSigner {
  const known = knownSigners(ports, session);
  const organisations = ownOrganisations(ports, session);
  return ({ person, certificate, root, kind }) => {
    const signer = known.get(certificate);
    // Nobody signs with a device's root itself.
    if (signer?.kind === 'signer') return byOwnKey(signer, person);
    const device = kind === 'device' && root !== null ? known.get(root) : undefined;
    if (device?.kind === 'device') {
      // An older or newer key of the device's own person is theirs as much as the one on their card.
      if (device.confirmed !== null && goesBy(device, person)) return byOwnKey(device, person);
      return { is: 'device', person: shownPerson(device) };
    }
    if (kind === 'organisation' && root !== null && organisations.has(root))
      return { is: 'organisation', person: null };
    const namesake = [...known.values()].find(({ names: [name], gmcNumber }) =>
      isThisPerson({ name, gmcNumber }, person),
    );
    return namesake === undefined ? stranger : { is: 'other-key', person: shownPerson(namesake) };
  };
}

type Signature = Verdict['signatures'][number];

/** Whom a signature is to be of: the person its place in the report is for, or else the name in the certificate. */
const claimedPerson = ({ fields }: Verdict, { fieldName, signer }: Signature): NamedPerson =>
  fields.find((field) => field.fieldName === fieldName)?.member ?? { name: signer, gmcNumber: null };

/** The verdict with what this vault knows of each signer. Of a signature that does not hold nothing is said. */
export function withStandings(verdict: Verdict, judge: JudgeSigner): Verdict {
  return {
    ...verdict,
    signatures: verdict.signatures.map((signature) => {
      const { certificate, root, kind, valid } = signature;
      const person = claimedPerson(verdict, signature);
      return { ...signature, standing: valid ? judge({ person, certificate, root, kind }) : stranger };
    }),
  };
}

/** A signature of a report, and the place it stands in, as it is shown beside the review. */
export function shownSignature(
  verdict: Verdict,
  signature: Signature,
  judge: JudgeSigner,
): ShownSignature & { readonly fieldName: string } {
  const person = claimedPerson(verdict, signature);
  const { fieldName, signer, issuer, certificate, root, kind, claimedAt, remarks } = signature;
  return {
    fieldName,
    name: person.name,
    certifiedName: signer,
    organisation: kind === 'organisation' ? issuer : null,
    certificate,
    at: claimedAt,
    standing: judge({ person, certificate, root, kind }),
    remarks,
  };
}
