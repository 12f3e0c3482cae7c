import { failure } from '#shared/domain/failure.ts';
import type { PackageAbout } from '#shared/domain/packages/preview.ts';
import type { OpenedPackage } from '../ports/exchange.ts';
import type { Ports } from '../ports.ts';
import type { Session } from '../session.ts';

const sealRefused = () => failure('PACKAGE_REFUSED', { why: 'seal', entry: 'seal.json' });

/**
 * Whose seal a package bears. The seal has to be over this manifest, by the key of the card that came with it, and the
 * manifest has to name that card; only then is it asked whether that person is known here.
 * Fails with PACKAGE_REFUSED.
 */
export function judgeSender(
  ports: Ports,
  session: Session,
  { manifest, manifestText, seal }: OpenedPackage,
): PackageAbout['sender'] {
  const { card, fingerprint } = ports.cards.read(seal.card);
  const [leaf = '', root] = card.certificates;
  const fits =
    ports.hash(seal.card) === manifest.sender.card &&
    ports.cards.certificateHash(card) === manifest.sender.certificate &&
    card.profileId === manifest.sender.profileId &&
    card.name === manifest.sender.name &&
    seal.certificates.length === card.certificates.length &&
    seal.certificates.every((certificate, index) => certificate === card.certificates[index]) &&
    ports.signers.verifySeal(manifestText, seal.signature, leaf);
  if (!fits) throw sealRefused();

  const vault = session.current();
  const isOwn =
    session.profile()?.id === card.profileId &&
    vault?.profile.get('roots', 'root')?.certificate.trim() === root?.trim();
  const person = vault?.profile.get('people', card.profileId);
  const known = person !== undefined && person.fingerprint === fingerprint;
  const other = person === undefined ? 'unknown' : 'other-keys';
  return {
    profileId: card.profileId,
    name: card.name,
    fingerprint,
    standing: isOwn ? 'own' : known ? 'known' : other,
    confirmed: known ? person.confirmed : null,
    card: seal.card,
  };
}

/** Fails with SENDER_UNKNOWN unless the sender is this vault's owner or a person of its directory, with these keys. */
export function refuseStranger({ standing, name, fingerprint }: PackageAbout['sender']): void {
  if (standing === 'own' || standing === 'known') return;
  throw failure('SENDER_UNKNOWN', { name, fingerprint });
}

/** What a package says of itself and of who made it. Fails with PACKAGE_REFUSED. */
export function aboutOf(ports: Ports, session: Session, opened: OpenedPackage): PackageAbout {
  const { packageId, audience, madeAt, recipients, portfolio, counts, entries } = opened.manifest;
  const { id, doctor, packId } = portfolio;
  const shelf = session.current()?.profile.get('shelf', id);
  return {
    packageId,
    audience,
    madeAt,
    sender: judgeSender(ports, session, opened),
    recipients,
    portfolio: { id, doctor, packId, isNew: shelf === undefined },
    counts: {
      portfolio: counts.portfolio,
      evidence: counts.evidence,
      reviews: counts.reviews,
      seals: counts.seals,
    },
    files: counts.originals,
    bytes: entries.reduce((sum, { size }) => sum + size, 0),
  };
}
