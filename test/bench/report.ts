import { createReportLayout, type LaidOutReport, type ReportLayout } from '#electron/reports/layout.ts';
import { buildReportModel } from '#electron/reports/model.ts';
import type { ReportInput } from '#electron/services/ports.ts';
import type { ReportModel } from '#shared/domain/report-model.ts';
import {
  longSample,
  reportFolders,
  sampleReportInput,
  sampleSigners,
  sha256,
} from '#test/support/report-samples.ts';
import { type BenchRow, benchRow } from './bench-row.ts';
import { median } from './statistics.ts';

const rounds = 15;
const roundsToWarmUp = 5;

/** The same report with another word in it: never the document the compiler has just seen. */
function numbered(input: ReportInput, number: number): ReportInput {
  const mark = String(number).padStart(6, '0');
  return { ...input, review: { ...input.review, progressMade: `${mark} ${input.review.progressMade}` } };
}

/** The bare Typst compile of a report: inputs ready, no model, no positions asked, nothing signed. Milliseconds. */
export function compileOnly(layout: ReportLayout, model: ReportModel): number {
  const { inputs } = layout.inputsFor(model, sampleSigners);
  const start = performance.now();
  layout.compiler.pdf(inputs);
  const took = performance.now() - start;
  layout.compiler.forget();
  return took;
}

/**
 * From the data of a finished review (80 items, 14 capabilities) to its PDF, beside the bare compile of the same document.
 * @param finish what comes after layout: signature fields and signatures. Without it only model and layout are measured.
 */
export async function reportBenches(
  finish?: (laidOut: LaidOutReport, model: ReportModel) => Promise<unknown>,
): Promise<readonly BenchRow[]> {
  const layout = await createReportLayout(reportFolders);
  const input = sampleReportInput(longSample);
  const whole: number[] = [];
  const bare: number[] = [];
  for (let round = 0; round < rounds + roundsToWarmUp; round++) {
    const baseline = compileOnly(layout, buildReportModel(numbered(input, round * 2), sha256));
    const start = performance.now();
    const model = buildReportModel(numbered(input, round * 2 + 1), sha256);
    const laidOut = await layout.layOut(model, sampleSigners);
    await finish?.(laidOut, model);
    const took = performance.now() - start;
    if (round < roundsToWarmUp) continue;
    bare.push(baseline);
    whole.push(took);
  }
  return [
    benchRow({
      name: finish === undefined ? 'report: data to PDF, 80 items' : 'report: data to signed PDF, 80 items',
      value: median(whole),
      unit: 'ms',
      baseline: 'bare Typst compile of the same document',
      baselineValue: median(bare),
      limit: 2,
    }),
  ];
}
