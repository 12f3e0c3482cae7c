import { buildReportModel } from '#electron/reports/model.ts';
import { canonicalJson } from '#shared/domain/canonical.ts';
import type { Sha256 } from '#shared/domain/ids.ts';
import type { ReportModel } from '#shared/domain/report-model.ts';
import { sampleReportInput, sha256, shortSample } from './report-samples.ts';

/** A short sample report naming this person as its signer, with its true fingerprint. */
export function tinyReport(signer: string, certificate: Sha256): ReportModel {
  const { fingerprint: _, ...sample } = buildReportModel(sampleReportInput(shortSample), sha256);
  const model = { ...sample, signing: { ...sample.signing, signer, certificate } };
  return { ...model, fingerprint: sha256(canonicalJson(model)) };
}
