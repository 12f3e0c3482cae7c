import { createReportLayout, type LaidOutReport } from '#electron/reports/layout.ts';
import { buildReportModel } from '#electron/reports/model.ts';
import type { ReportInput } from '#electron/services/ports.ts';
import {
  longSample,
  reportFolders,
  sampleReportInput,
  sampleSigners,
  sha256,
} from '#test/support/report-samples.ts';
import { type BenchRow, benchRow } from './bench-row.ts';
import { median } from './statistics.ts';

const doctors = 12;
const rounds = 9;
const megabyte = 1024 ** 2;

/** Another doctor's review: name, texts and evidence titles of their own. */
function doctorOf(input: ReportInput, number: number): ReportInput {
  const mark = `(invented ${String(number).padStart(5, '0')})`;
  return {
    ...input,
    portfolio: {
      ...input.portfolio,
      doctor: { ...input.portfolio.doctor, name: `Dr Sample Doctor ${mark}` },
    },
    review: { ...input.review, progressMade: `${mark} ${input.review.progressMade}` },
    evidence: input.evidence.map((item) => ({ ...item, title: `${item.title} ${mark}` })),
  };
}

/**
 * The reports of a panel day, one after another through one layout and one signer, beside as many times one warm report;
 * and what stays in memory of them.
 */
export async function panelDayBenches(
  finish: (laidOut: LaidOutReport) => Promise<Uint8Array>,
): Promise<readonly BenchRow[]> {
  const layout = await createReportLayout(reportFolders);
  const input = sampleReportInput(longSample);
  let number = 0;
  const one = async () => {
    number += 1;
    const model = buildReportModel(doctorOf(input, number), sha256);
    await finish(await layout.layOut(model, sampleSigners));
  };
  const timed = async (count: number) => {
    const start = performance.now();
    for (let at = 0; at < count; at += 1) await one();
    return performance.now() - start;
  };
  for (let warm = 0; warm < 5; warm += 1) await one();
  const single: number[] = [];
  const days: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    single.push(await timed(1));
    if (round % 3 === 2) days.push(await timed(doctors));
  }
  const settled = process.memoryUsage().rss;
  await timed(doctors * 3);
  const later = process.memoryUsage().rss;
  return [
    benchRow({
      name: 'panel day: twelve reports, data to signed PDF, 80 items each',
      value: median(days),
      unit: 'ms',
      baseline: 'twelve times one warm report',
      baselineValue: doctors * median(single),
      limit: 1.3,
    }),
    benchRow({
      name: 'panel day: memory after 36 more reports',
      value: later / megabyte,
      unit: 'MB',
      baseline: 'memory before them',
      baselineValue: settled / megabyte,
      limit: 1.3,
    }),
  ];
}
