import { expect, test } from 'vitest';
import { createReportLayout } from '#electron/reports/layout.ts';
import { buildReportModel } from '#electron/reports/model.ts';
import { reportBenches } from '#test/bench/report.ts';
import {
  longSample,
  reportFolders,
  sampleReportInput,
  sampleSigners,
  sha256,
} from '#test/support/report-samples.ts';

test('model and layout add little to the bare compile', async () => {
  for (const row of await reportBenches()) {
    console.log(`${row.name}: ${row.value} ms, bare ${row.baselineValue} ms, ratio ${row.ratio}`);
    expect(row.ok).toBe(true);
  }
});

test('memory stays flat over many reports', async () => {
  const layout = await createReportLayout(reportFolders);
  const model = buildReportModel(sampleReportInput(longSample), sha256);
  const after = async (from: number, to: number) => {
    for (let number = from; number < to; number++) {
      await layout.layOut({ ...model, progressMade: `${number} ${model.progressMade}` }, sampleSigners);
    }
    return process.memoryUsage().rss;
  };
  const settled = await after(0, 15);
  const later = await after(15, 45);
  // A document kept alive costs 6.5 MB; the buffers of 30 reports that wait for collection cost under 1 MB each.
  expect((later - settled) / 30).toBeLessThan(2_500_000);
});
