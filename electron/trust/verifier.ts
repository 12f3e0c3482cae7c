import type { Sha256 } from '#shared/domain/ids.ts';
import type { Verdict, VerdictFinding } from '#shared/domain/verdict.ts';
import type { PdfVerifier } from '../services/ports.ts';
import { sha256Of } from './digest.ts';
import { embeddedReport } from './embedded-report.ts';
import { type JudgedFile, judgeSignatures } from './judge-signatures.ts';
import { newBudget, openPdf, type PdfDocument } from './pdf/document.ts';
import { PdfFault } from './pdf/fault.ts';
import { checkReport, type ReportFacts } from './report-check.ts';
import { signatureFields, withOtherNames } from './verdict-fields.ts';

const maxBytes = 256 * 1024 * 1024;

const looksSigned = (bytes: Uint8Array): boolean =>
  Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).includes('/ByteRange');

const textOf = (bytes: Uint8Array, from: number): string =>
  Buffer.from(bytes.buffer, bytes.byteOffset + from, bytes.length - from).toString('latin1');

/** Whether a trailer names how the file is encrypted: one at the end, or at the beginning of a linearized one. */
function looksEncrypted(bytes: Uint8Array): boolean {
  const mark = /\/Encrypt[\s\0]*(?:\d+\s+\d+\s+R\b|<<)/;
  const [start, end] = [
    textOf(bytes.subarray(0, 4096), 0),
    textOf(bytes, Math.max(0, bytes.length - 16_384)),
  ];
  return mark.test(start) || mark.test(end);
}

/** The report's facts, only where every signature holds: before that, nothing the file says is worth repeating. */
function readReport(document: PdfDocument, judged: JudgedFile): ReportFacts | null | 'mismatch' {
  try {
    const bytes = embeddedReport(document);
    const signers = new Set(judged.signatures.map((signature) => signature.certificate));
    return bytes === null ? null : checkReport(bytes, signers);
  } catch {
    return 'mismatch';
  }
}

type Judgement = Pick<Verdict, 'findings' | 'signatures' | 'fields' | 'report'>;
const nothing = { signatures: [], fields: [], report: null } as const;

function judgePdf(bytes: Uint8Array, known: ReadonlySet<Sha256>): Judgement {
  let document: PdfDocument;
  let judged: JudgedFile;
  try {
    document = openPdf(bytes, newBudget());
    judged = judgeSignatures(document, known);
  } catch (fault) {
    // An encrypted file may be built in ways that are not read here; what matters about it is that it is encrypted.
    const encrypted = fault instanceof PdfFault && fault.message === 'encrypted';
    if (encrypted || looksEncrypted(bytes)) return { findings: ['encrypted'], ...nothing };
    // Damaged, cut short, hostile, or simply no PDF of ours: in no case may it look signed.
    return { findings: [looksSigned(bytes) ? 'malformed-signature' : 'no-signature'], ...nothing };
  }
  const { findings, signatures } = judged;
  const holds = findings.length === 0 && signatures.every((signature) => signature.valid);
  const report = holds ? readReport(document, judged) : null;
  if (report === 'mismatch')
    return { findings: ['content-digest-mismatch'], signatures, fields: [], report: null };
  const fields = holds ? signatureFields(judged.widgets, report?.panel ?? []) : [];
  return { findings, signatures: withOtherNames(signatures, fields), fields, report: report?.facts ?? null };
}

const isPdf = (bytes: Uint8Array): boolean =>
  bytes.length <= maxBytes && /^%PDF-[12]\.\d/.test(Buffer.from(bytes.subarray(0, 8)).toString('latin1'));

function statusOf(findings: readonly VerdictFinding[]): Verdict['status'] {
  if (findings.length === 0) return 'valid';
  return findings.includes('encrypted') ? 'unreadable' : 'not-valid';
}

/** Judges any bytes as a signed report. Never throws for what the bytes are. */
export function verifyPdf(bytes: Uint8Array, known: ReadonlySet<Sha256>): Verdict {
  const facts = { sha256: sha256Of(bytes), bytes: bytes.length };
  if (!isPdf(bytes)) return { status: 'unreadable', findings: ['not-a-pdf'], ...nothing, ...facts };
  const { findings, signatures, ...rest } = judgePdf(bytes, known);
  const all = [...new Set([...findings, ...signatures.flatMap((signature) => signature.findings)])];
  return { status: statusOf(all), findings: all, signatures, ...rest, ...facts };
}

/**
 * Our own verifier, stricter than viewers: every signature must have exactly the form Waymark writes, cover the file
 * from its first byte, show in its field exactly what it says of itself, and be followed by nothing but further
 * signatures.
 */
export const createPdfVerifier = (): PdfVerifier => ({
  verify: async (pdf, known) => verifyPdf(pdf, known),
});
