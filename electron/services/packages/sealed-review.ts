import { canonicalJson } from '#shared/domain/canonical.ts';
import type { Sha256 } from '#shared/domain/ids.ts';
import { type ReportModel, reportModelSchema } from '#shared/domain/report-model.ts';
import type { Review, SignOff } from '#shared/domain/review.ts';
import { saysWhatItsReportSays } from '#shared/domain/review-report.ts';
import type { Verdict } from '#shared/domain/verdict.ts';
import type { Ports, SealRecord } from '../ports.ts';

/** Bytes of a file that came or is kept here; undefined when it is neither, or too large to be one of a review. */
export type ReadFile = (hash: Sha256) => Promise<Uint8Array | undefined>;

const noneKnown: ReadonlySet<string> = new Set();

function modelIn({ hash }: Pick<Ports, 'hash'>, text: string): ReportModel | undefined {
  try {
    const raw: unknown = JSON.parse(text);
    const model = reportModelSchema.safeParse(raw);
    if (!model.success) return undefined;
    const { fingerprint, ...rest } = raw as Readonly<Record<string, unknown>>;
    return hash(canonicalJson(rest)) === fingerprint ? model.data : undefined;
  } catch {
    return undefined;
  }
}

/** The report holds, is this review's, and bears the signatures the review lists, no more and no fewer. */
function bearsItsSignatures(signOff: SignOff, verdict: Verdict): boolean {
  const listed = [signOff.certificate, ...(signOff.signatures ?? []).map(({ certificate }) => certificate)];
  return (
    verdict.status === 'valid' &&
    verdict.report?.fingerprint === signOff.fingerprint &&
    verdict.signatures.length === listed.length &&
    verdict.signatures.every(({ certificate }, index) => certificate === listed[index])
  );
}

export type SignedJudgement =
  | { readonly fault: 'seal-missing' | 'seal-mismatch' }
  /** What the verifier says of the report: whose the signatures are is another question. */
  | { readonly fault: undefined; readonly verdict: Verdict };

const missing: SignedJudgement = { fault: 'seal-missing' };
const mismatch: SignedJudgement = { fault: 'seal-mismatch' };

/**
 * What keeps a review from being what its chair signed, if anything does. Seal, data, report and record must all say the
 * same: whoever changes one of them would have to change what was signed.
 */
export async function judgeSigned(
  ports: Ports,
  review: Review,
  seals: readonly SealRecord[],
  read: ReadFile,
): Promise<SignedJudgement> {
  const { id, signOff, state } = review;
  if (signOff === null) return missing;
  const mine = seals.filter(
    ({ subject, subjectId, fingerprint }) =>
      subject === 'review-outcome' && subjectId === id && fingerprint === signOff.fingerprint,
  );
  if (mine.length === 0) return missing;
  const [data, report] = [await read(signOff.model), await read(signOff.report)];
  if (state !== 'signed' || data === undefined || report === undefined) return mismatch;
  const text = new TextDecoder().decode(data);
  const model = modelIn(ports, text);
  const holds =
    model !== undefined &&
    saysWhatItsReportSays(review, model) &&
    mine.some(
      ({ signature, certificates: [leaf = ''] }) =>
        ports.signers.verifySeal(text, signature, leaf) &&
        ports.signers.certificateHashes([leaf])[0] === signOff.certificate,
    );
  if (!holds) return mismatch;
  const verdict = await ports.verifier.verify(report, noneKnown);
  return bearsItsSignatures(signOff, verdict) ? { fault: undefined, verdict } : mismatch;
}
