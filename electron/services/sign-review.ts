import { canonicalJson } from '#shared/domain/canonical.ts';
import { failure } from '#shared/domain/failure.ts';
import {
  type Action,
  type IdentityCheck,
  missingBeforeSigning,
  type PanelMember,
  type Review,
} from '#shared/domain/review.ts';
import { fieldOfMember } from '#shared/domain/signature-places.ts';
import { isOwner, type KeyRequest, openSigner, type Standing, stampOf, standingOf } from './open-signer.ts';
import { aroundReview } from './papers/around-review.ts';
import { logoNamed } from './papers/letterhead.ts';
import type { Ports } from './ports.ts';
import { once } from './read-pdf.ts';
import { beforePanel, refuseWithoutQuorum } from './review-process/before-panel.ts';
import { refuseUnlessOpen } from './review-process/open-to-panel.ts';
import { trySealHeads } from './seal-heads.ts';
import { type OpenPortfolio, portfolioOf, type Session } from './session.ts';
import { reasonOf } from './signing-words.ts';

export type SignRequest = KeyRequest & {
  readonly portfolio: OpenPortfolio;
  readonly review: Review;
  readonly previousActions: readonly Action[];
  readonly identityCheck: IdentityCheck;
};

function chairOf(review: Review): PanelMember {
  const chair = review.panel.find((member) => member.role === 'chair');
  if (chair === undefined) throw failure('INVALID', { issues: [{ path: ['panel'], code: 'one-chair' }] });
  return chair;
}

/** Whether the chair owns this vault, has signed on this device before, or is new to it. */
export const chairStanding = (session: Session, review: Review): Standing =>
  standingOf(session, chairOf(review));

/**
 * Freezes a review: builds the report's model, seals it, lays it out, signs the PDF, keeps the bytes, and only then
 * marks the review signed, in one commit with its seal. A failure anywhere before that leaves the draft as it was.
 * Fails with REVIEW_NOT_OPEN, REVIEW_INCOMPLETE, REVIEW_QUORUM, WRONG_PASSPHRASE, WEAK_PASSPHRASE, INVALID.
 */
export async function signReview(ports: Ports, session: Session, request: SignRequest): Promise<Review> {
  const { portfolio, review } = request;
  const { store, pack } = portfolio;
  refuseUnlessOpen(ports, store, review, ['drafted', 'open']);
  const codes = pack.capabilities.map((capability) => capability.code);
  const missing = missingBeforeSigning(review, codes, ports.clock.today());
  if (missing.length > 0) throw failure('REVIEW_INCOMPLETE', { missing });
  refuseWithoutQuorum(store, review);
  const chair = chairOf(review);
  const before = await beforePanel(ports, portfolio, review);
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
    ...before,
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
    around: aroundReview(session.vault(), portfolio, review, request.previousActions),
  });
  // A place for everybody before the first of them signs: whoever signs later changes nothing but their own.
  const signers = [chair, ...review.panel.filter((member) => member !== chair)];
  const blank = await ports.reports.render(
    model,
    signers.map((member) => ({
      fieldName: fieldOfMember(member),
      signer: member.name,
      role: member.role,
    })),
    logoNamed(session.vault(), model.programme?.logo?.sha256),
  );
  const pdf = await signer.signPdf(
    blank,
    {
      fieldName: fieldOfMember(chair),
      reason: reasonOf(chair.role),
      location: review.place,
      at,
    },
    stampOf(ports, session),
  );
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
