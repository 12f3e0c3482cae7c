import { randomUUID } from 'node:crypto';
import type { LaidOutReport } from '#electron/reports/layout.ts';
import { addSignatureFields } from '#electron/trust/signature-fields.ts';
import { createSigners } from '#electron/trust/signers.ts';
import { sampleSigners } from '#test/support/report-samples.ts';

/** What turns a laid-out report into a signed one: every field made, then the chair's signature. */
export async function signingFinish(): Promise<(laidOut: LaidOutReport) => Promise<Uint8Array>> {
  const signers = createSigners();
  const root = await signers.newRoot('Dr Bench Doctor (invented)');
  const record = await signers.newSigner({
    id: randomUUID(),
    name: 'Dr Bench Chair (invented)',
    gmcNumber: null,
    owner: true,
    passphrase: null,
    root,
    now: new Date(),
  });
  const signer = await signers.open(record, null);
  const names = new Map(sampleSigners.map((field) => [field.fieldName, field]));
  return async ({ pdf, fields }) => {
    const blank = await addSignatureFields(
      pdf,
      fields.map((place) => ({ signer: '', role: '', ...names.get(place.fieldName), ...place })),
    );
    const fieldName = fields[0]?.fieldName ?? '';
    return signer.signPdf(
      blank,
      {
        fieldName,
        reason: 'Chair of the review panel',
        location: '',
        at: new Date(),
      },
      null,
    );
  };
}
