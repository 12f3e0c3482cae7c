import type { Sha256 } from '#shared/domain/ids.ts';
import type { Verdict, VerdictFinding } from '#shared/domain/verdict.ts';
import type { PdfVerifier } from '../services/ports.ts';
import { type Chain, checkCms } from './cms-check.ts';
import { digestOf, sha256Of } from './digest.ts';
import { embeddedReport } from './embedded-report.ts';
import type { Budget } from './pdf/cursor.ts';
import { newBudget, openPdf, type PdfDocument } from './pdf/document.ts';
import { signatureWidgets } from './pdf/signature-form.ts';
import { checkReport } from './report-check.ts';
import { isOnlySigning } from './revision-policy.ts';
import { readSignature, type SignatureEntry, type SignatureFault } from './signature-dictionary.ts';

type SignatureReport = Verdict['signatures'][number];
type Judged = {
  readonly findings: readonly VerdictFinding[];
  readonly signatures: readonly SignatureReport[];
};

const maxSignatures = 32;
const maxBytes = 256 * 1024 * 1024;
const unknownHash = '0'.repeat(64);

function reportOf(
  entry: Pick<SignatureEntry, 'reason' | 'claimedAt'>,
  chain: Chain | null,
  known: ReadonlySet<Sha256>,
  findings: readonly VerdictFinding[],
): SignatureReport {
  const certificate = chain?.leaf.sha256 ?? unknownHash;
  return {
    signer: chain?.leaf.commonName ?? '',
    issuer: chain?.root.commonName ?? '',
    reason: entry.reason,
    claimedAt: entry.claimedAt,
    certificate,
    root: chain?.root.sha256 ?? unknownHash,
    known: known.has(certificate),
    valid: findings.length === 0,
    findings,
  };
}

/** Judges one signature by itself: what it covers, and whether its CMS and certificates hold. */
function judgeSignature(bytes: Uint8Array, entry: SignatureEntry, isFirst: boolean) {
  const signed = digestOf(bytes.subarray(0, entry.gapStart), bytes.subarray(entry.gapEnd, entry.end));
  const { chain, findings } = checkCms(entry.contents, signed);
  const named = chain !== null && chain.leaf.commonName === entry.name;
  const shape: VerdictFinding[] = named && entry.certifies === isFirst ? [] : ['malformed-signature'];
  return { chain, findings: [...findings, ...shape.filter((finding) => !findings.includes(finding))] };
}

function followsPolicy(
  bytes: Uint8Array,
  before: SignatureEntry,
  entry: SignatureEntry,
  budget: Budget,
): boolean {
  if (entry.start < before.end) return false;
  try {
    return isOnlySigning(bytes, { from: before.end, to: entry.end, signature: entry.ref }, budget);
  } catch {
    // A revision that cannot be read did something other than sign.
    return false;
  }
}

/** Judges readable signatures in signing order, and everything between and after them. */
function judgeAll(
  document: PdfDocument,
  entries: readonly SignatureEntry[],
  known: ReadonlySet<Sha256>,
): Judged {
  const { bytes, budget } = document;
  const ordered = entries.toSorted((a, b) => a.end - b.end);
  const strayFrom = ordered.map((entry, index) => {
    const before = ordered[index - 1];
    return before !== undefined && !followsPolicy(bytes, before, entry, budget);
  });
  const unsignedEnd = ordered.at(-1)?.end !== bytes.length;
  const signatures = ordered.map((entry, index) => {
    const { chain, findings } = judgeSignature(bytes, entry, index === 0);
    const revision: VerdictFinding[] = strayFrom[index] ? ['revision-not-allowed'] : [];
    const changed: VerdictFinding[] =
      unsignedEnd || strayFrom.slice(index + 1).includes(true) ? ['changed-after-signing'] : [];
    return reportOf(entry, chain, known, [...findings, ...revision, ...changed]);
  });
  return { findings: [], signatures };
}

function judgeDocument(document: PdfDocument, known: ReadonlySet<Sha256>): Judged {
  const filled = signatureWidgets(document).filter((widget) => widget.dict.entries.has('V'));
  if (filled.length === 0) return { findings: ['no-signature'], signatures: [] };
  if (filled.length > maxSignatures) return { findings: ['malformed-signature'], signatures: [] };
  const read = filled.map((widget) => readSignature(document, widget));
  const faults = read.filter((entry): entry is SignatureFault => typeof entry === 'string');
  const entries = read.filter((entry): entry is SignatureEntry => typeof entry !== 'string');
  const judged = judgeAll(document, entries, known);
  const broken = faults.map((fault) => reportOf({ reason: '', claimedAt: null }, null, known, [fault]));
  return { findings: judged.findings, signatures: [...judged.signatures, ...broken] };
}

const looksSigned = (bytes: Uint8Array): boolean =>
  Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).includes('/ByteRange');

/** The report's facts, only where every signature holds: before that, nothing the file says is worth repeating. */
function readReport(document: PdfDocument, judged: Judged): Verdict['report'] | 'mismatch' {
  try {
    const bytes = embeddedReport(document);
    const signers = new Set(judged.signatures.map((signature) => signature.certificate));
    return bytes === null ? null : checkReport(bytes, signers);
  } catch {
    return 'mismatch';
  }
}

function judgePdf(bytes: Uint8Array, known: ReadonlySet<Sha256>): Judged & Pick<Verdict, 'report'> {
  let document: PdfDocument;
  let judged: Judged;
  try {
    document = openPdf(bytes, newBudget());
    judged = judgeDocument(document, known);
  } catch {
    // Damaged, cut short, hostile, or simply no PDF of ours: in no case may it look signed.
    return {
      findings: [looksSigned(bytes) ? 'malformed-signature' : 'no-signature'],
      signatures: [],
      report: null,
    };
  }
  const holds = judged.findings.length === 0 && judged.signatures.every((signature) => signature.valid);
  const report = holds ? readReport(document, judged) : null;
  if (report !== 'mismatch') return { ...judged, report };
  return { findings: ['content-digest-mismatch'], signatures: judged.signatures, report: null };
}

const isPdf = (bytes: Uint8Array): boolean =>
  bytes.length <= maxBytes && /^%PDF-[12]\.\d/.test(Buffer.from(bytes.subarray(0, 8)).toString('latin1'));

/** Judges any bytes as a signed report. Never throws for what the bytes are. */
export function verifyPdf(bytes: Uint8Array, known: ReadonlySet<Sha256>): Verdict {
  const facts = { sha256: sha256Of(bytes), bytes: bytes.length };
  if (!isPdf(bytes))
    return { status: 'unreadable', findings: ['not-a-pdf'], signatures: [], report: null, ...facts };
  const { findings, signatures, report } = judgePdf(bytes, known);
  const all = [...new Set([...findings, ...signatures.flatMap((signature) => signature.findings)])];
  return { status: all.length === 0 ? 'valid' : 'not-valid', findings: all, signatures, report, ...facts };
}

/**
 * Our own verifier, stricter than viewers: every signature must have exactly the form Waymark writes, cover the file
 * from its first byte, and be followed by nothing but further signatures.
 */
export const createPdfVerifier = (): PdfVerifier => ({
  verify: async (pdf, known) => verifyPdf(pdf, known),
});
