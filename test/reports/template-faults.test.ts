import { cp, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { createReportLayout } from '#electron/reports/layout.ts';
import { buildReportModel } from '#electron/reports/model.ts';
import {
  reportFolders,
  sampleReportInput,
  sampleSigners,
  sha256,
  shortSample,
} from '#test/support/report-samples.ts';

const model = buildReportModel(sampleReportInput(shortSample), sha256);

test('a fault in a template is named with its file and line', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'waymark-template-'));
  try {
    await cp(reportFolders.templateFolder, folder, { recursive: true });
    await writeFile(
      join(folder, 'progress.typ'),
      '#let progress(model) = [\n  #model.absent\n]\n#let actions(model) = []\n',
    );
    const layout = await createReportLayout({ ...reportFolders, templateFolder: folder });
    await expect(layout.layOut(model, sampleSigners)).rejects.toThrow(
      /report template: progress\.typ:2 .*absent/,
    );
  } finally {
    await rm(folder, { recursive: true });
  }
});

test('a code without a word stops the report', async () => {
  const layout = await createReportLayout(reportFolders);
  const odd = JSON.parse(
    JSON.stringify(model).replaceAll('"Sample NHS Trust"', '""').replaceAll('"lay"', '"clown"'),
  );
  await expect(layout.layOut(odd, sampleSigners)).rejects.toThrow(/dictionary does not contain key "clown"/);
});
