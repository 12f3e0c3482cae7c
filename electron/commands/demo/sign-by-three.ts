import { failure } from '#shared/domain/failure.ts';
import type { Id } from '#shared/domain/ids.ts';
import type { Review } from '#shared/domain/review.ts';
import { fieldOfMember } from '#shared/domain/signature-places.ts';
import { readReport } from '../../services/read-pdf.ts';
import type { CycleWorld } from './cycle-world.ts';
import { collected } from './hand-over.ts';
import { type Laptop, uploadTo } from './laptop.ts';
import { demoColleague, demoPassphrases } from './people.ts';

/** The signed report with every signature it has so far. */
async function reportOf({ panel, portfolioId }: CycleWorld, id: Id): Promise<Uint8Array> {
  const { store } = await panel.app.session.portfolio(portfolioId);
  const signOff = store.get('reviews', id)?.signOff;
  if (signOff == null) throw new Error('the review was not signed');
  return readReport(store.blobs, signOff.report);
}

/** Somebody signs a report that was sent to them, in the place that is theirs. */
async function signElsewhere(laptop: Laptop, pdf: Uint8Array, review: Review): Promise<Uint8Array> {
  const { app, owner, passphrase } = laptop;
  const member = review.panel.find(({ name }) => name === owner.name);
  if (member === undefined) throw failure('NOT_FOUND', { what: 'person' });
  const uploadId = await uploadTo(laptop, pdf);
  const { id } = await app.services.verify.sign({ uploadId, fieldName: fieldOfMember(member), passphrase });
  const waiting = app.ports.outbox.read(id);
  if (waiting === undefined) throw failure('NOT_FOUND', { what: 'file' });
  return collected(waiting.bytes);
}

/** The chair signs, then a member at the same computer; the third signs the PDF on their own and sends it back. */
export async function signByThree(world: CycleWorld, id: Id): Promise<Uint8Array> {
  const { panel, supervisor, portfolioId } = world;
  const { reviews } = panel.app.services;
  const at = { portfolioId, id };
  const signed = await reviews.sign({
    ...at,
    passphrase: panel.passphrase,
    identityCheck: 'own-profile',
    newKey: false,
  });
  const colleague = signed.panel.find(({ name }) => name === demoColleague.name);
  if (colleague === undefined) throw failure('NOT_FOUND', { what: 'person' });
  await reviews.addSignature({
    ...at,
    member: colleague.id,
    passphrase: demoPassphrases.colleague,
    identityCheck: 'known-personally',
    newKey: false,
  });
  const two = await reportOf(world, id);
  const third = await signElsewhere(supervisor, two, signed);
  await reviews.receiveSigned({ ...at, uploadId: await uploadTo(panel, third) });
  return reportOf(world, id);
}
