import { canonicalJson } from '#shared/domain/canonical.ts';
import { failure } from '#shared/domain/failure.ts';
import {
  type Action,
  type IdentityCheck,
  missingBeforeSigning,
  type PanelMember,
  type Review,
} from '#shared/domain/review.ts';
import { refuseWeak } from './passphrase.ts';
import type { Ports, Signer, SignerRecord } from './ports.ts';
import { trySealHeads } from './seal-heads.ts';
import { type OpenPortfolio, portfolioOf, type Session } from './session.ts';

const chairField = 'waymark-signature-chair';

export type SignRequest = {
  readonly portfolio: OpenPortfolio;
  readonly review: Review;
  readonly previousActions: readonly Action[];
  readonly passphrase: string;
  readonly identityCheck: IdentityCheck;
  /** A chair who forgot the passphrase of their key here gets another; the owner's key needs none. */
  readonly newKey: boolean;
};

function chairOf(review: Review): PanelMember {
  const chair = review.panel.find((member) => member.role === 'chair');
  if (chair === undefined) throw failure('INVALID', { issues: [{ path: ['panel'], code: 'one-chair' }] });
  return chair;
}

const samePerson = (a: { readonly name: string; readonly gmcNumber: string | null }, b: typeof a) =>
  a.gmcNumber === b.gmcNumber &&
  a.name.normalize('NFC').toLocaleLowerCase('en-GB') === b.name.normalize('NFC').toLocaleLowerCase('en-GB');

function signerFor(session: Session, chair: PanelMember): SignerRecord | undefined {
  // The latest key first: a chair who forgot a passphrase has had another made since.
  const signers = [...session.vault().profile.all('signers').values()]
    .reverse()
    .sort((a, b) => b.createdAt.localeCompare(a.createdAt));
  // The owner may have changed their name since the vault was made: their profile decides, not the old certificate.
  const owner = session.profile();
  if (owner !== undefined && samePerson(owner, chair))
    return signers.find((signer) => signer.owner && samePerson(signer, chair));
  return signers.find((signer) => !signer.owner && samePerson(signer, chair));
}

const isOwner = (session: Session, chair: PanelMember) => {
  const owner = session.profile();
  return owner !== undefined && samePerson(owner, chair);
};

/** Whether the chair owns this vault, has signed on this device before, or is new to it. */
export function chairStanding(session: Session, review: Review): 'owner' | 'known' | 'new' {
  const chair = chairOf(review);
  if (isOwner(session, chair)) return 'owner';
  return signerFor(session, chair) === undefined ? 'new' : 'known';
}

/** The chair's signer, made on first use. A chair who is not the owner gets a key of their own, under their own passphrase. */
async function openSigner(
  ports: Ports,
  session: Session,
  chair: PanelMember,
  { passphrase, newKey }: Pick<SignRequest, 'passphrase' | 'newKey'>,
): Promise<Signer> {
  const vault = session.vault();
  const owner = isOwner(session, chair);
  if (owner && !(await vault.checkPassphrase(passphrase))) throw failure('WRONG_PASSPHRASE', {});
  const known = signerFor(session, chair);
  if (known !== undefined && (owner || !newKey)) return ports.signers.open(known, owner ? null : passphrase);
  if (!owner) refuseWeak(passphrase);
  const root = vault.profile.get('roots', 'root');
  if (root === undefined) throw failure('VAULT_DAMAGED', { file: 'profile', what: 'root-missing' });
  const fresh = await ports.signers.newSigner({
    id: ports.newId(),
    name: chair.name,
    gmcNumber: chair.gmcNumber,
    owner,
    passphrase: owner ? null : passphrase,
    root,
    now: ports.clock.now(),
  });
  await vault.profile.commit('signer.create', [{ collection: 'signers', id: fresh.id, value: fresh }]);
  return ports.signers.open(fresh, owner ? null : passphrase);
}

async function* once(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes;
}

/**
 * Freezes a review: builds the report's model, seals it, lays it out, signs the PDF, keeps the bytes, and only then
 * marks the review signed, in one commit with its seal. A failure anywhere before that leaves the draft as it was.
 * Fails with REVIEW_INCOMPLETE, WRONG_PASSPHRASE, WEAK_PASSPHRASE, INVALID.
 */
export async function signReview(ports: Ports, session: Session, request: SignRequest): Promise<Review> {
  const { portfolio, review } = request;
  const { store, pack } = portfolio;
  const codes = pack.capabilities.map((capability) => capability.code);
  const missing = missingBeforeSigning(review, codes, ports.clock.today());
  if (missing.length > 0) throw failure('REVIEW_INCOMPLETE', { missing });
  const chair = chairOf(review);
  const owner = isOwner(session, chair);
  if (owner !== (request.identityCheck === 'own-profile')) {
    throw failure('INVALID', { issues: [{ path: ['identityCheck'], code: 'identity-check' }] });
  }
  const signer = await openSigner(ports, session, chair, request);
  const at = ports.clock.now();
  const signedAt = at.toISOString();
  const certificate = ports.signers.certificateHash(signer.record);
  const head = store.head();
  const followed = new Map(review.followUps.map((followUp) => [followUp.action, followUp.status]));
  const model = ports.reports.build({
    portfolio: portfolioOf(store),
    pack,
    review,
    evidence: [...store.all('evidence').values()].filter((item) => item.trashedAt === null),
    // As it stood on the day of the review: what began after it was not before the panel, and is not listed either.
    coverage: portfolio.coverage().map(review.heldOn),
    previousActions: request.previousActions.map((action) => ({
      ...action,
      status: followed.get(action.id) ?? action.status,
    })),
    signing: {
      signer: chair.name,
      role: 'chair',
      at: signedAt,
      identityCheck: request.identityCheck,
      deviceOwner: session.profile()?.name ?? '',
      certificate,
    },
    record: head,
    version: ports.version,
  });
  const blank = await ports.reports.render(model, [
    { fieldName: chairField, signer: chair.name, role: chair.role },
  ]);
  const pdf = await signer.signPdf(blank, {
    fieldName: chairField,
    reason: 'Chair of the review panel',
    location: review.place,
    at,
  });
  const sealed = canonicalJson(model);
  const signature = await signer.seal(sealed);
  const { hash, size } = await store.blobs.put(once(pdf));
  const data = await store.blobs.put(once(new TextEncoder().encode(sealed)));
  const signed: Review = {
    ...review,
    state: 'signed',
    updatedAt: signedAt,
    signOff: {
      signedAt,
      signerName: chair.name,
      certificate,
      identityCheck: request.identityCheck,
      report: hash,
      model: data.hash,
      reportSize: size,
      fingerprint: model.fingerprint,
    },
  };
  const sealId = ports.newId();
  await store.commit('review.sign', [
    { collection: 'reviews', id: signed.id, value: signed },
    {
      collection: 'seals',
      id: sealId,
      value: {
        id: sealId,
        subject: 'review-outcome',
        subjectId: review.id,
        fingerprint: model.fingerprint,
        certificates: signer.record.certificates,
        signature,
        sealedAt: signedAt,
        journal: { entries: head.entries, head: head.hash },
      },
    },
  ]);
  await trySealHeads(ports, session.vault(), 'sign-off');
  return signed;
}
