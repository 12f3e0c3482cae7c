import type { Services } from '#shared/contract/services.ts';
import { failure } from '#shared/domain/failure.ts';
import { isSamePerson } from '#shared/domain/signature-places.ts';
import { knownSigners } from './known-signers.ts';
import { openSigner, stampOf } from './open-signer.ts';
import { emptyPlace } from './panel-signatures.ts';
import type { Ports } from './ports.ts';
import { once, takeUpload } from './read-pdf.ts';
import type { Session } from './session.ts';
import { signerJudge, withStandings } from './signer-standing.ts';
import { reasonOf } from './signing-words.ts';

export function createVerifyService(ports: Ports, session: Session): Services['verify'] {
  const judge = async (pdf: Uint8Array) => {
    const known = new Set(knownSigners(ports, session).keys());
    return withStandings(await ports.verifier.verify(pdf, known), signerJudge(ports, session));
  };
  return {
    check: async ({ uploadId }) => judge(await takeUpload(ports, uploadId)),
    sign: async ({ uploadId, fieldName, passphrase }) => {
      const owner = session.profile();
      if (owner === undefined) throw failure('LOCKED', {});
      const pdf = await takeUpload(ports, uploadId);
      const verdict = await judge(pdf);
      const { member } = emptyPlace(verdict, (field) => field.fieldName === fieldName);
      if (member !== null && !isSamePerson(owner, member))
        throw failure('SIGNED_COPY', { why: 'other-person' });
      const signer = await openSigner(ports, session, owner, { passphrase, newKey: false });
      const signed = await signer.signPdf(
        pdf,
        {
          fieldName,
          reason: member === null ? 'Read and agreed' : reasonOf(member.role),
          location: '',
          at: ports.clock.now(),
        },
        stampOf(ports, session),
      );
      const name = `waymark-report-${verdict.report?.heldOn ?? 'review'}-${verdict.signatures.length + 1}-signatures.pdf`;
      const file = { name, mediaType: 'application/pdf', bytes: once(signed) };
      const { id, size } = await ports.outbox.keep(file);
      return { id, name, size, verdict: await judge(signed) };
    },
  };
}
