import { failure } from '#shared/domain/failure.ts';
import { isSamePerson, type NamedPerson } from '#shared/domain/signature-places.ts';
import { refuseWeak } from './passphrase.ts';
import type { Ports, Signer, SignerRecord, Stamp } from './ports.ts';
import type { Session } from './session.ts';
import { timestampServiceOf } from './settings.ts';

/** How a person opens their key: the vault's passphrase for its owner, one of their own for anybody else. */
export type KeyRequest = {
  readonly passphrase: string;
  /** A person who forgot the passphrase of their key here gets another; the owner's key needs none. */
  readonly newKey: boolean;
};

/** Whether a person owns this vault, has signed on this device before, or is new to it. */
export type Standing = 'owner' | 'known' | 'new';

function signerFor(session: Session, person: NamedPerson): SignerRecord | undefined {
  // The latest key first: a person who forgot a passphrase has had another made since.
  const signers = [...session.vault().profile.all('signers').values()]
    .reverse()
    .sort((a, b) => b.createdAt.localeCompare(a.createdAt));
  // The owner may have changed their name since the vault was made: their profile decides, not the old certificate.
  // A key of their organisation comes before any that was made here, whatever name is in it.
  const owner = session.profile();
  if (owner !== undefined && isSamePerson(owner, person)) {
    const imported = signers.find((signer) => signer.source === 'organisation');
    if (imported !== undefined) return imported;
    return signers.find((signer) => signer.owner && isSamePerson(signer, person));
  }
  return signers.find((signer) => !signer.owner && isSamePerson(signer, person));
}

export const isOwner = (session: Session, person: NamedPerson): boolean => {
  const owner = session.profile();
  return owner !== undefined && isSamePerson(owner, person);
};

export function standingOf(session: Session, person: NamedPerson): Standing {
  if (isOwner(session, person)) return 'owner';
  return signerFor(session, person) === undefined ? 'new' : 'known';
}

/**
 * A person's signer, made on first use. Somebody who is not the owner gets a key of their own, under their own
 * passphrase: nobody ever needs another's. Fails with WRONG_PASSPHRASE and WEAK_PASSPHRASE.
 */
export async function openSigner(
  ports: Ports,
  session: Session,
  person: NamedPerson,
  { passphrase, newKey }: KeyRequest,
): Promise<Signer> {
  const vault = session.vault();
  const owner = isOwner(session, person);
  if (owner && !(await vault.checkPassphrase(passphrase))) throw failure('WRONG_PASSPHRASE', {});
  const known = signerFor(session, person);
  if (known !== undefined && (owner || !newKey)) return ports.signers.open(known, owner ? null : passphrase);
  if (!owner) refuseWeak(passphrase);
  const root = vault.profile.get('roots', 'root');
  if (root === undefined) throw failure('VAULT_DAMAGED', { file: 'profile', what: 'root-missing' });
  const fresh = await ports.signers.newSigner({
    id: ports.newId(),
    name: person.name,
    gmcNumber: person.gmcNumber,
    owner,
    passphrase: owner ? null : passphrase,
    root,
    now: ports.clock.now(),
  });
  await vault.profile.commit('signer.create', [{ collection: 'signers', id: fresh.id, value: fresh }]);
  return ports.signers.open(fresh, owner ? null : passphrase);
}

/** How a signature of this vault gets its timestamp; null while timestamps are off. */
export function stampOf(ports: Ports, session: Session): Stamp | null {
  const address = timestampServiceOf(session.vault());
  return address === null ? null : (signature) => ports.timestamps.ask(address, signature);
}
