import { canonicalJson } from '#shared/domain/canonical.ts';
import type { Sha256 } from '#shared/domain/ids.ts';
import { type ReportModel, reportModelSchema } from '#shared/domain/report-model.ts';
import type { Review, SignOff } from '#shared/domain/review.ts';
import { saysWhatItsReportSays } from '#shared/domain/review-report.ts';
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
async function bearsItsSignatures(
  { verifier }: Ports,
  signOff: SignOff,
  report: Uint8Array,
): Promise<boolean> {
  const verdict = await verifier.verify(report, noneKnown);
  const listed = [signOff.certificate, ...(signOff.signatures ?? []).map(({ certificate }) => certificate)];
  return (
    verdict.status === 'valid' &&
    verdict.report?.fingerprint === signOff.fingerprint &&
    verdict.signatures.length === listed.length &&
    verdict.signatures.every(({ certificate }, index) => certificate === listed[index])
  );
}

/**
 * What keeps a review from being what its chair signed; undefined when nothing does. Seal, data, report and record must
 * all say the same: whoever changes one of them would have to change what was signed.
 */
export async function faultOfSigned(
  ports: Ports,
  review: Review,
  seals: readonly SealRecord[],
  read: ReadFile,
): Promise<'seal-missing' | 'seal-mismatch' | undefined> {
  const { id, signOff, state } = review;
  if (signOff === null) return 'seal-missing';
  const mine = seals.filter(
    ({ subject, subjectId, fingerprint }) =>
      subject === 'review-outcome' && subjectId === id && fingerprint === signOff.fingerprint,
  );
  if (mine.length === 0) return 'seal-missing';
  const [data, report] = [await read(signOff.model), await read(signOff.report)];
  if (state !== 'signed' || data === undefined || report === undefined) return 'seal-mismatch';
  const text = new TextDecoder().decode(data);
  const model = modelIn(ports, text);
  const holds =
    model !== undefined &&
    saysWhatItsReportSays(review, model) &&
    mine.some(
      ({ signature, certificates: [leaf = ''] }) =>
        ports.signers.verifySeal(text, signature, leaf) &&
        ports.signers.certificateHashes([leaf])[0] === signOff.certificate,
    ) &&
    (await bearsItsSignatures(ports, signOff, report));
  return holds ? undefined : 'seal-mismatch';
}
