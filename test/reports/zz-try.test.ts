import { writeFileSync } from 'node:fs';
import { test } from 'vitest';
import { createReportLayout } from '#electron/reports/layout.ts';
import { buildReportModel } from '#electron/reports/model.ts';
import {
  longSample,
  reportFolders,
  sampleReportInput,
  sampleSigners,
  sha256,
  shortSample,
} from '#test/support/report-samples.ts';

test('try', async () => {
  let t = performance.now();
  const lap = (n: string) => {
    console.log(n, (performance.now() - t).toFixed(0));
    t = performance.now();
  };
  const layout = await createReportLayout(reportFolders);
  lap('create');
  for (const [name, size] of [
    ['short', shortSample],
    ['long', longSample],
  ] as const) {
    const model = buildReportModel(sampleReportInput(size), sha256);
    lap('model');
    const out = await layout.layOut(model, sampleSigners);
    lap(name);
    writeFileSync(`/tmp/t/${name}.pdf`, out.pdf);
    console.log(out.fields, out.replaced);
  }
});
