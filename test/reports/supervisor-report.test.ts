import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { createSupervisorReportLayout } from '#electron/reports/supervision/layout.ts';
import { buildSupervisorReport } from '#electron/reports/supervision/model.ts';
import { canonicalJson } from '#shared/domain/canonical.ts';
import { strengths } from '#shared/domain/coverage/types.ts';
import { ratingLevels } from '#shared/domain/supervision/rating.ts';
import {
  authorField,
  type SupervisorReportModel,
  supervisorReportModelSchema,
} from '#shared/domain/supervision/report-model.ts';
import { recommendations } from '#shared/domain/supervision/supervisor-report.ts';
import {
  attachedReport,
  checkedByQpdf,
  fontsOf,
  infoOf,
  openedByQpdf,
  structureOf,
  taggedText,
  textOf,
} from '#test/support/report-judges.ts';
import { longSample, reportFolders, sha256, shortSample } from '#test/support/report-samples.ts';
import { sampleSupervisorPaper } from '#test/support/supervisor-report-samples.ts';

const golden = join(import.meta.dirname, '../fixtures/reports/supervisor-report-model.json');
const signer = (model: SupervisorReportModel) => [
  { fieldName: authorField, signer: model.signing.signer, role: 'supervisor' as const },
];
let layOut: Awaited<ReturnType<typeof createSupervisorReportLayout>>;
beforeAll(async () => {
  layOut = await createSupervisorReportLayout(reportFolders);
});

test('says exactly what the golden model says (WAYMARK_UPDATE_GOLDEN=1 rewrites it)', async () => {
  const model = buildSupervisorReport(sampleSupervisorPaper(), sha256);
  const text = `${JSON.stringify(model, null, 2)}\n`;
  if (process.env.WAYMARK_UPDATE_GOLDEN === '1') await writeFile(golden, text);
  expect(JSON.parse(text)).toEqual(JSON.parse(await readFile(golden, 'utf8')));
  expect(supervisorReportModelSchema.parse(model)).toEqual(model);
});

describe.each([
  ['short', shortSample],
  ['long', longSample],
] as const)('the %s supervisor’s report', (name, size) => {
  let model: SupervisorReportModel;
  let pdf: Uint8Array;
  let structure: string;
  beforeAll(async () => {
    model = buildSupervisorReport(sampleSupervisorPaper(size), sha256);
    const laidOut = layOut(model, signer(model));
    pdf = laidOut.pdf;
    expect(laidOut.fields).toHaveLength(1);
    structure = await structureOf(pdf);
    // To be looked at: WAYMARK_REPORTS=folder keeps them.
    const folder = process.env.WAYMARK_REPORTS;
    if (folder !== undefined) await writeFile(join(folder, `supervisor-report-${name}.pdf`), pdf);
  });

  test('is clean, tagged, titled PDF/A-3a with every font in it, and carries its data', async () => {
    expect(await checkedByQpdf(pdf)).toContain('No syntax or stream encoding errors');
    const info = await infoOf(pdf);
    expect(info.get('Tagged')).toBe('yes');
    const open = await openedByQpdf(pdf);
    for (const mark of ['<pdfaid:part>3</pdfaid:part>', '<pdfaid:conformance>A</pdfaid:conformance>'])
      expect(open.includes(mark)).toBe(true);
    expect(info.get('Title')).toContain(model.title);
    for (const font of await fontsOf(pdf)) expect(font).toMatchObject({ embedded: true, unicode: true });
    expect((await attachedReport(pdf)).bytes.toString('utf8')).toBe(canonicalJson(model));
  });

  test('says all that was written, to eyes and to screen readers', async () => {
    const plain = (text: string) => text.replace(/\s+/g, '');
    const [shown, read] = [plain(await textOf(pdf)), plain(taggedText(structure))];
    for (const words of [model.doctor.name, model.author.role, model.recommendationReason])
      expect(shown).toContain(plain(words).slice(0, 30));
    const whole = [
      model.strengths,
      model.recommendationReason,
      ...model.capabilities.map(({ comment }) => comment),
      ...model.domains.map(({ comment }) => comment),
      ...model.examples.flatMap(({ situation, nextStep }) => [situation, nextStep]),
      ...model.capabilities.map(({ title }) => title),
    ];
    for (const words of whole) expect(read).toContain(plain(words));
    expect(read).toContain('notanoutcomeundertheGoldGuide');
    expect(read).not.toMatch(/sufficient|readytopass/i);
  });
});

test('has a word for every code', () => {
  const paper = sampleSupervisorPaper();
  for (const level of ratingLevels)
    for (const strength of strengths) {
      const model = buildSupervisorReport(paper, sha256);
      const [first, ...rest] = model.capabilities;
      if (first === undefined) throw new Error('no capability');
      const changed = { ...first, level, selfRating: level, strength };
      const recommendation = recommendations[ratingLevels.indexOf(level) % recommendations.length];
      layOut(
        { ...model, capabilities: [changed, ...rest], recommendation: recommendation ?? 'concerns' },
        signer(model),
      );
    }
});
