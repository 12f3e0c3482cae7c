import type { Sha256 } from '#shared/domain/ids.ts';
import { type SignatureRemark, stranger } from '#shared/domain/signer-standing.ts';
import { plainLine } from '#shared/domain/text.ts';
import type { Verdict, VerdictFinding } from '#shared/domain/verdict.ts';
import { showsOnlyItself } from './appearance/appearance-check.ts';
import type { ShownFacts } from './appearance/field-appearance.ts';
import { type Chain, chainKind } from './chain-check.ts';
import { type CmsJudgement, checkCms } from './cms-check.ts';
import { digestOf } from './digest.ts';
import type { Budget } from './pdf/cursor.ts';
import type { PdfDocument } from './pdf/document.ts';
import { type SignatureWidget, signatureWidgets } from './pdf/signature-form.ts';
import { isOnlySigning } from './revision-policy.ts';
import { readSignature, type SignatureEntry, type SignatureFault } from './signature-dictionary.ts';

type SignatureReport = Verdict['signatures'][number];
export type JudgedFile = {
  readonly findings: readonly VerdictFinding[];
  /** In the order they were made. */
  readonly signatures: readonly SignatureReport[];
  readonly widgets: readonly SignatureWidget[];
};
type Filled = { readonly widget: SignatureWidget; readonly entry: SignatureEntry };
type Judged = Filled & CmsJudgement;

const maxSignatures = 32;
const unknownHash = '0'.repeat(64);

/** A certificate's own claim of when it is good for, against the signature's claim of when it was made. */
function remarksOf(chain: Chain | null, claimedAt: string | null): readonly SignatureRemark[] {
  if (chain === null || claimedAt === null) return [];
  const { validFrom, validTo } = chain[0].x509;
  const at = Date.parse(claimedAt);
  if (at < Date.parse(validFrom)) return ['before-certificate'];
  return at > Date.parse(validTo) ? ['after-certificate'] : [];
}

function reportOf(
  claim: Pick<SignatureEntry, 'reason' | 'claimedAt'> & { readonly fieldName: string },
  { chain, timestamp }: Pick<CmsJudgement, 'chain' | 'timestamp'>,
  known: ReadonlySet<Sha256>,
  findings: readonly VerdictFinding[],
): SignatureReport {
  const certificate = chain?.[0].sha256 ?? unknownHash;
  const last = chain?.at(-1);
  return {
    fieldName: claim.fieldName,
    signer: plainLine(chain?.[0].name ?? ''),
    issuer: plainLine(last?.name ?? ''),
    kind: chain === null ? null : chainKind(chain),
    reason: plainLine(claim.reason),
    claimedAt: claim.claimedAt,
    timestamp,
    certificate,
    root: last?.sha256 ?? unknownHash,
    known: known.has(certificate),
    standing: stranger,
    remarks: remarksOf(chain, claim.claimedAt),
    valid: findings.length === 0,
    findings,
  };
}

/** Judges one signature by itself: what it covers, whether its CMS and certificates hold, and what its field shows. */
function judgeOne(document: PdfDocument, { widget, entry }: Filled, isFirst: boolean): Judged {
  const { bytes } = document;
  const signed = digestOf(bytes.subarray(0, entry.gapStart), bytes.subarray(entry.gapEnd, entry.end));
  const { chain, timestamp, findings } = checkCms(entry.contents, signed);
  const named = chain !== null && chain[0].name === entry.name;
  const shape: VerdictFinding[] = named && entry.certifies === isFirst ? [] : ['malformed-signature'];
  const facts = factsOf(entry, chain);
  const shown: VerdictFinding[] =
    facts === null || showsOnlyItself(document, widget, facts) ? [] : ['appearance-mismatch'];
  return { widget, entry, chain, timestamp, findings: [...new Set([...findings, ...shape, ...shown])] };
}

const factsOf = ({ claimedAt }: SignatureEntry, chain: Chain | null): ShownFacts | null =>
  chain === null || claimedAt === null ? null : { at: claimedAt, certificate: chain[0].sha256 };

function followsPolicy(bytes: Uint8Array, before: SignatureEntry, after: Judged, budget: Budget): boolean {
  const { entry } = after;
  const facts = factsOf(entry, after.chain);
  if (entry.start < before.end || facts === null) return false;
  try {
    const revision = { from: before.end, to: entry.end, signature: entry.ref, facts };
    return isOnlySigning(bytes, revision, budget);
  } catch {
    // A revision that cannot be read did something other than sign.
    return false;
  }
}

/** Judges readable signatures in signing order, and everything between and after them. */
function judgeInOrder(
  document: PdfDocument,
  filled: readonly Filled[],
  known: ReadonlySet<Sha256>,
): readonly SignatureReport[] {
  const { bytes, budget } = document;
  const ordered = filled
    .toSorted((a, b) => a.entry.end - b.entry.end)
    .map((each, index) => judgeOne(document, each, index === 0));
  const strayFrom = ordered.map((each, index) => {
    const before = ordered[index - 1];
    return before !== undefined && !followsPolicy(bytes, before.entry, each, budget);
  });
  const unsignedEnd = ordered.at(-1)?.entry.end !== bytes.length;
  return ordered.map((each, index) => {
    const revision: VerdictFinding[] = strayFrom[index] ? ['revision-not-allowed'] : [];
    const changed: VerdictFinding[] =
      unsignedEnd || strayFrom.slice(index + 1).includes(true) ? ['changed-after-signing'] : [];
    const claim = { ...each.entry, fieldName: each.widget.name };
    return reportOf(claim, each, known, [...each.findings, ...revision, ...changed]);
  });
}

/**
 * Judges every signature of an open PDF, found by walking its form, and what its still empty fields show.
 * @throws PdfFault where the form cannot be read.
 */
export function judgeSignatures(document: PdfDocument, known: ReadonlySet<Sha256>): JudgedFile {
  const widgets = signatureWidgets(document);
  const signed = widgets.filter((widget) => widget.dict.entries.has('V'));
  if (signed.length === 0) return { findings: ['no-signature'], signatures: [], widgets };
  if (signed.length > maxSignatures) return { findings: ['malformed-signature'], signatures: [], widgets };
  const read = signed.map((widget) => ({ widget, entry: readSignature(document, widget) }));
  const filled: Filled[] = [];
  const broken: SignatureReport[] = [];
  for (const { widget, entry } of read) {
    if (typeof entry !== 'string') filled.push({ widget, entry });
    else broken.push(unread(widget, entry, known));
  }
  const empty = widgets.filter((widget) => !widget.dict.entries.has('V'));
  const drawnOver = empty.some((widget) => !showsOnlyItself(document, widget, null));
  return {
    findings: drawnOver ? ['appearance-mismatch'] : [],
    signatures: [...judgeInOrder(document, filled, known), ...broken],
    widgets,
  };
}

const unread = (widget: SignatureWidget, fault: SignatureFault, known: ReadonlySet<Sha256>) =>
  reportOf({ reason: '', claimedAt: null, fieldName: widget.name }, { chain: null, timestamp: null }, known, [
    fault,
  ]);
