import { failure } from '#shared/domain/failure.ts';
import type { Id } from '#shared/domain/ids.ts';
import type { IdentityCheck, PanelMember, PanelSignature, Review, SignOff } from '#shared/domain/review.ts';
import { fieldOfMember } from '#shared/domain/signature-places.ts';
import type { ShownSignature } from '#shared/domain/signer-standing.ts';
import type { Verdict } from '#shared/domain/verdict.ts';
import { isOwner, type KeyRequest, openSigner, type Standing, stampOf, standingOf } from './open-signer.ts';
import type { Ports } from './ports.ts';
import { once, readReport } from './read-pdf.ts';
import { trySealHeads } from './seal-heads.ts';
import type { OpenPortfolio, Session } from './session.ts';
import { shownSignature, signerJudge } from './signer-standing.ts';
import { reasonOf } from './signing-words.ts';

const noneKnown: ReadonlySet<string> = new Set();

function signOffOf(review: Review): SignOff {
  if (review.state !== 'signed' || review.signOff === null)
    throw failure('REVIEW_STATE', { state: review.state });
  return review.signOff;
}

/** The empty place of one person in a report that holds. Fails with SIGNED_COPY. */
export function emptyPlace(
  verdict: Verdict,
  isWanted: (field: Verdict['fields'][number]) => boolean,
): Verdict['fields'][number] {
  if (verdict.status !== 'valid') throw failure('SIGNED_COPY', { why: 'not-valid' });
  const field = verdict.fields.find(isWanted);
  if (field === undefined) throw failure('SIGNED_COPY', { why: 'no-place' });
  if (field.signed) throw failure('SIGNED_COPY', { why: 'signed-already' });
  return field;
}

/** The review with its report's later bytes, and who has signed in them. Earlier bytes stay kept: they are its beginning. */
async function extended(
  { store }: OpenPortfolio,
  review: Review,
  pdf: Uint8Array,
  signatures: readonly Omit<PanelSignature, 'report' | 'reportSize' | 'before'>[],
  at: string,
): Promise<Review> {
  const signOff = signOffOf(review);
  const { hash, size } = await store.blobs.put(once(pdf));
  const added = signatures.map((signature) => ({
    ...signature,
    report: hash,
    reportSize: size,
    before: signOff.report,
  }));
  return {
    ...review,
    updatedAt: at,
    signOff: {
      ...signOff,
      report: hash,
      reportSize: size,
      signatures: [...(signOff.signatures ?? []), ...added],
    },
  };
}

export type MemberSigns = KeyRequest & { readonly member: Id; readonly identityCheck: IdentityCheck };

/**
 * A member of the panel signs the report on this device, after its chair, with their own key.
 * Fails with REVIEW_STATE, SIGNED_COPY, NOT_FOUND, INVALID, WRONG_PASSPHRASE, WEAK_PASSPHRASE.
 */
export async function addPanelSignature(
  ports: Ports,
  session: Session,
  portfolio: OpenPortfolio,
  review: Review,
  request: MemberSigns,
): Promise<Review> {
  const { report } = signOffOf(review);
  const member = review.panel.find(({ id }) => id === request.member);
  if (member === undefined) throw failure('NOT_FOUND', { what: 'person' });
  if (isOwner(session, member) !== (request.identityCheck === 'own-profile'))
    throw failure('INVALID', { issues: [{ path: ['identityCheck'], code: 'identity-check' }] });
  const kept = await readReport(portfolio.store.blobs, report);
  const verdict = await ports.verifier.verify(kept, noneKnown);
  const { fieldName } = emptyPlace(verdict, (field) => field.member?.id === member.id);
  const signer = await openSigner(ports, session, member, request);
  const at = ports.clock.now();
  const pdf = await signer.signPdf(
    kept,
    {
      fieldName,
      reason: reasonOf(member.role),
      location: review.place,
      at,
    },
    stampOf(ports, session),
  );
  const signature = {
    member: member.id,
    name: member.name,
    certificate: ports.signers.certificateHash(signer.record),
    at: at.toISOString(),
    identityCheck: request.identityCheck,
  };
  const after = await extended(portfolio, review, pdf, [signature], at.toISOString());
  await portfolio.store.commit('review.countersign', [{ collection: 'reviews', id: after.id, value: after }]);
  await trySealHeads(ports, session.vault(), 'sign-off');
  return after;
}

const startsWith = (long: Uint8Array, short: Uint8Array): boolean =>
  long.length >= short.length && Buffer.from(long.buffer, long.byteOffset, short.length).equals(short);

/** Why a copy cannot be brought in, in the order a person would ask; undefined for one that can. */
function faultOf(kept: Uint8Array, copy: Uint8Array, verdict: Verdict, signOff: SignOff) {
  if (verdict.status !== 'valid') return 'not-valid';
  if (verdict.report?.fingerprint !== signOff.fingerprint) return 'other-report';
  if (startsWith(kept, copy)) return 'nothing-new';
  return startsWith(copy, kept) ? undefined : 'diverged';
}

/**
 * Brings back a report that was signed on another computer: it must hold, and be what is kept here and nothing but
 * further signatures. Fails with REVIEW_STATE and SIGNED_COPY.
 */
export async function receiveSignedCopy(
  ports: Ports,
  portfolio: OpenPortfolio,
  review: Review,
  copy: Uint8Array,
): Promise<Review> {
  const signOff = signOffOf(review);
  const kept = await readReport(portfolio.store.blobs, signOff.report);
  const verdict = await ports.verifier.verify(copy, noneKnown);
  const why = faultOf(kept, copy, verdict, signOff);
  if (why !== undefined) throw failure('SIGNED_COPY', { why });
  const before = await ports.verifier.verify(kept, noneKnown);
  const now = ports.clock.now().toISOString();
  const arrived = verdict.signatures.slice(before.signatures.length);
  if (arrived.some(({ remarks }) => remarks.includes('other-name')))
    throw failure('SIGNED_COPY', { why: 'other-person' });
  const signatures = arrived.map((signature) => ({
    member: verdict.fields.find(({ fieldName }) => fieldName === signature.fieldName)?.member?.id ?? null,
    name: signature.signer,
    certificate: signature.certificate,
    at: signature.claimedAt ?? now,
    identityCheck: null,
  }));
  const after = await extended(portfolio, review, copy, signatures, now);
  await portfolio.store.commit('review.receive-signed', [
    { collection: 'reviews', id: after.id, value: after },
  ]);
  return after;
}

export type PanelPlace = {
  readonly member: Id;
  readonly standing: Standing;
  /** `none`: this report was made without a place for them. */
  readonly place: 'signed' | 'empty' | 'none';
  /** The signature that stands there, and whose it is as far as this vault can tell. */
  readonly signature: ShownSignature | null;
};

/** Each member of the panel: how they would sign here, and whether they have signed the report. */
export async function panelPlaces(
  ports: Ports,
  session: Session,
  { store }: OpenPortfolio,
  review: Review,
): Promise<readonly PanelPlace[]> {
  const verdict =
    review.signOff === null
      ? undefined
      : await ports.verifier.verify(await readReport(store.blobs, review.signOff.report), noneKnown);
  const judge = signerJudge(ports, session);
  const placeOf = (member: PanelMember): PanelPlace['place'] => {
    const field = verdict?.fields.find((each) => each.member?.id === member.id);
    if (field === undefined) return 'none';
    return field.signed ? 'signed' : 'empty';
  };
  const signatureOf = (member: PanelMember): ShownSignature | null => {
    const found = verdict?.signatures.find(({ fieldName }) => fieldName === fieldOfMember(member));
    if (verdict?.status !== 'valid' || found === undefined) return null;
    const { fieldName: _, ...shown } = shownSignature(verdict, found, judge);
    return shown;
  };
  return review.panel.map((member) => ({
    member: member.id,
    standing: standingOf(session, member),
    place: placeOf(member),
    signature: signatureOf(member),
  }));
}
