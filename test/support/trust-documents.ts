import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { AFRelationship, PDFDocument } from '@cantoo/pdf-lib';
import { NodeCompiler, PdfStandard } from '@myriaddreamin/typst-ts-node-compiler';
import type { DeviceRoot, Signer, SignerRecord } from '#electron/services/ports.ts';
import { addSignatureFields, type PlacedSignatureField } from '#electron/trust/signature-fields.ts';
import { createSigners } from '#electron/trust/signers.ts';
import { tinyReport } from './trust-report.ts';

export const signers = createSigners();
export const signingTime = new Date('2026-06-01T12:00:00Z');
export const details = {
  fieldName: 'signature-1',
  reason: 'Progress review',
  location: 'Sample Trust',
  at: signingTime,
};

export type TestSigner = { readonly record: SignerRecord; readonly open: Signer; readonly root: DeviceRoot };

let made = 0;
/** A signer with a root of their own unless one is given. */
export async function testSigner(name: string, root?: DeviceRoot): Promise<TestSigner> {
  const device = root ?? (await signers.newRoot('Dr Sample Owner'));
  made += 1;
  const id = `00000000-0000-4000-8000-${String(made).padStart(12, '0')}`;
  const record = await signers.newSigner({
    id,
    name,
    gmcNumber: null,
    owner: true,
    passphrase: null,
    root: device,
    now: signingTime,
  });
  return { record, open: await signers.open(record, null), root: device };
}

const template = `#set document(title: "Sample report", date: datetime(year: 2026, month: 6, day: 1))
#set text(lang: "en")
#pdf.attach("report.json", bytes(sys.inputs.report), relationship: "data", mime-type: "application/json", description: "data")
= Progress report
#lorem(120)
#table(columns: 2, table.header[Capability][Judgement], [One], [Progressing])
#pagebreak()
== Signatures
#link("https://example.org")[A link]
`;

let compiler: NodeCompiler | undefined;
/** A two-page tagged PDF/A-3a made by Typst with this text embedded as `report.json`. */
export function typstPdf(report: string): Uint8Array {
  compiler ??= NodeCompiler.create({ workspace: mkdtempSync(join(tmpdir(), 'waymark-typst-')) });
  return compiler.pdf({ mainFileContent: template, inputs: { report } }, { pdfStandard: PdfStandard.A_3a });
}

/** A two-page untagged PDF made by pdf-lib, with or without object streams. */
export async function pdfLibPdf(options: {
  readonly objectStreams: boolean;
  readonly report?: string;
}): Promise<Uint8Array> {
  const document = await PDFDocument.create();
  document.addPage([400, 300]).drawRectangle({ x: 20, y: 20, width: 100, height: 50 });
  document.addPage([400, 300]);
  if (options.report !== undefined)
    await document.attach(Buffer.from(options.report, 'utf8'), 'report.json', {
      afRelationship: AFRelationship.Data,
    });
  return document.save({ useObjectStreams: options.objectStreams });
}

export const fieldsFor = (names: readonly string[]): readonly PlacedSignatureField[] =>
  names.map((signer, index) => ({
    fieldName: `signature-${index + 1}`,
    signer,
    role: 'Panel member',
    page: 'last' as const,
    rect: [40, 40 + 60 * index, 240, 90 + 60 * index] as const,
  }));

/** Everyone signs the PDF in turn, each in a field made before the first of them signed. */
export async function signedBy(
  pdf: Uint8Array,
  people: readonly TestSigner[],
  spareFields = 0,
): Promise<Uint8Array> {
  const names = people.map(({ record }) => record.name);
  const spares = Array.from({ length: spareFields }, (_, index) => `Spare ${index}`);
  let signed = await addSignatureFields(pdf, fieldsFor([...names, ...spares]));
  for (const [index, { open }] of people.entries())
    signed = await open.signPdf(signed, { ...details, fieldName: `signature-${index + 1}` }, null);
  return signed;
}

/** A Typst report naming the first of these people as its signer, signed by all of them. */
export async function signedReport(people: readonly TestSigner[], spareFields = 0): Promise<Uint8Array> {
  const [first] = people;
  if (first === undefined) throw new Error('a report needs a signer');
  const model = tinyReport(first.record.name, signers.certificateHash(first.record));
  return signedBy(typstPdf(JSON.stringify(model)), people, spareFields);
}
