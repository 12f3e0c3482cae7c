import { beforeAll, describe, expect, test } from 'vitest';
import { createReportLayout, type LaidOutReport, type ReportLayout } from '#electron/reports/layout.ts';
import { buildReportModel } from '#electron/reports/model.ts';
import { canonicalJson } from '#shared/domain/canonical.ts';
import { strengths } from '#shared/domain/coverage/types.ts';
import { expectationUnits } from '#shared/domain/guidance-pack.ts';
import { certainties } from '#shared/domain/pack-provenance.ts';
import { type ReportModel, reportModelSchema } from '#shared/domain/report-model.ts';
import { actionStatuses, identityChecks, judgementLevels, panelRoles } from '#shared/domain/review.ts';
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
import {
  hardNames,
  longSample,
  reportFolders,
  sampleReportInput,
  sampleSigners,
  sha256,
  shortSample,
} from '#test/support/report-samples.ts';

const sizes = { short: shortSample, long: longSample } as const;
const reports = new Map<
  string,
  { readonly model: ReportModel; readonly laidOut: LaidOutReport; readonly structure: string }
>();
let layout: ReportLayout;

beforeAll(async () => {
  layout = await createReportLayout(reportFolders);
  for (const [name, size] of Object.entries(sizes)) {
    const model = buildReportModel(sampleReportInput(size), sha256);
    const laidOut = await layout.layOut(model, sampleSigners);
    reports.set(name, { model, laidOut, structure: await structureOf(laidOut.pdf) });
  }
});

const report = (name: string) => {
  const found = reports.get(name);
  if (found === undefined) throw new Error(`no ${name} report`);
  return found;
};

describe.each(Object.keys(sizes))('the %s report', (name) => {
  test('is clean to qpdf', async () => {
    await expect(checkedByQpdf(report(name).laidOut.pdf)).resolves.toContain(
      'No syntax or stream encoding errors',
    );
  });

  test('is tagged, titled, in English, and says it is PDF/A-3a', async () => {
    const { pdf } = report(name).laidOut;
    const info = await infoOf(pdf);
    expect(info.get('Tagged')).toBe('yes');
    expect(info.get('Title')).toBe('Annual review: progress report: Dr Sample Doctor (Ŵyn Łukasz Nguyễn)');
    expect(info.get('CreationDate')).toContain('2026');
    const open = await openedByQpdf(pdf);
    const marks = [
      '<pdfaid:part>3</pdfaid:part>',
      '<pdfaid:conformance>A</pdfaid:conformance>',
      '/Lang (en-GB)',
    ];
    expect(marks.filter((mark) => !open.includes(mark))).toEqual([]);
  });

  test('has real headings, lists and table headers, and no heading inside a header or footer', async () => {
    const { structure } = report(name);
    const headings = [...structure.matchAll(/^\s*H1 "(.*)" \(block\)/gm)].map((match) => match[1]);
    expect(headings).toEqual([
      'The panel',
      'Progress made',
      'Progress needed',
      'Actions until the next review',
      'Actions from the last review',
      'Judgement of each CiP',
      'Coverage of the guidance',
      'Evidence considered',
      'Guidance used',
      'Signed by',
      'How to check this report',
    ]);
    const tables = structure.split(/^\s*Table \(block\)/m).slice(1);
    expect(tables.length).toBeGreaterThan(8);
    for (const table of tables) expect(table).toMatch(/^\s*THead\n\s*TR\n\s*TH /);
    expect(structure).not.toContain('Page 1 of');
  });

  test('embeds every font, each mapped to Unicode, and none but ours', async () => {
    const fonts = await fontsOf(report(name).laidOut.pdf);
    expect(fonts.length).toBeGreaterThan(2);
    for (const font of fonts) {
      expect(font).toMatchObject({ embedded: true, unicode: true });
      expect(font.name).toMatch(/^[A-Z]{6}\+WaymarkSans/);
    }
  });

  test('carries the model byte for byte as report.json, as data', async () => {
    const { model, laidOut } = report(name);
    const { list, bytes } = await attachedReport(laidOut.pdf);
    expect(list).toContain('1: report.json');
    expect(bytes.toString('utf8')).toBe(canonicalJson(model));
    const { fingerprint, ...rest } = reportModelSchema.parse(JSON.parse(bytes.toString('utf8')));
    expect(sha256(canonicalJson(rest))).toBe(fingerprint);
    expect((await openedByQpdf(laidOut.pdf)).includes('/AFRelationship /Data')).toBe(true);
  });

  test('prints hard names whole', async () => {
    const text = await textOf(report(name).laidOut.pdf);
    const said = taggedText(report(name).structure);
    for (const hard of hardNames) {
      expect(text.replace(/\s+/g, ' '), hard).toContain(hard);
      // The tool prints right-to-left runs in the order of their glyphs.
      const tagged = hard === 'محمد' ? [...hard].reverse().join('') : hard;
      expect(said, hard).toContain(tagged.replace(/\s/g, ''));
    }
    expect(report(name).laidOut.replaced.size).toBe(0);
  });

  test('says on every page whose it is, which page of how many, and that it is a sample', async () => {
    const pages = (await textOf(report(name).laidOut.pdf)).split('\f').slice(0, -1);
    pages.forEach((page, index) => {
      expect(page).toContain(`Page ${index + 1} of ${pages.length}`);
      expect(page).toContain('SAMPLE – invented person');
      expect(page).toContain('Dr Sample Doctor (Ŵyn Łukasz Nguyễn)');
    });
  });

  test('reserves the signature’s room on the page, where nothing is printed', async () => {
    const { fields, pdf } = report(name).laidOut;
    const pages = Number((await infoOf(pdf)).get('Pages'));
    expect(fields).toHaveLength(1);
    for (const {
      fieldName,
      page,
      rect: [left, bottom, right, top],
    } of fields) {
      expect(fieldName).toBe('waymark-signature-chair');
      expect(page).toBeLessThan(pages);
      expect(right - left).toBeCloseTo((84 / 25.4) * 72, 0);
      expect(top - bottom).toBeCloseTo((21 / 25.4) * 72, 0);
      expect(left).toBeGreaterThan(50);
      expect(right).toBeLessThan(545);
      expect(bottom).toBeGreaterThan(60);
      expect(top).toBeLessThan(790);
    }
  });

  test('is the same, byte for byte, when it is made again', async () => {
    const { model, laidOut } = report(name);
    expect(
      Buffer.from((await layout.layOut(model, sampleSigners)).pdf).equals(Buffer.from(laidOut.pdf)),
    ).toBe(true);
  });

  test('prints the record fingerprint and the certificate in full', async () => {
    const { model, structure } = report(name);
    const said = taggedText(structure);
    for (const hex of [model.fingerprint, model.signing.certificate, model.record.head])
      expect(said).toContain(hex);
    expect(said).toContain('20/10/2026at13:41:07UTC');
    expect(said).toContain('timeasclaimedbythiscomputer');
  });
});

test('every code of the model has a word', async () => {
  const { model } = report('long');
  const [member] = model.review.panel;
  const [action] = model.actions;
  const [capability] = model.capabilities;
  const [rule] = model.wholePortfolio;
  if (!member || !action || !capability || !rule) throw new Error('sample too small');
  for (const identityCheck of identityChecks) {
    const all: ReportModel = {
      ...model,
      sample: false,
      signing: { ...model.signing, identityCheck },
      review: { ...model.review, panel: panelRoles.map((role) => ({ ...member, role })) },
      previousActions: actionStatuses.map((status) => ({ ...action, status, note: '' })),
      capabilities: [
        ...judgementLevels.map((judgement) => ({ ...capability, judgement })),
        ...strengths.map((strength) => ({ ...capability, strength, judgement: null })),
      ],
      wholePortfolio: certainties.flatMap((certainty) =>
        expectationUnits.map((unit) => ({ ...rule, certainty, unit })),
      ),
    };
    const { pdf } = await layout.layOut(all, sampleSigners);
    expect(await textOf(pdf)).not.toContain('SAMPLE');
  }
});

test('reserves one room for each of several signers', async () => {
  const signers = [...panelRoles, 'external' as const].map((role, index) => ({
    fieldName: `waymark-signature-${index}`,
    signer: index === 0 ? 'Dr Sample Chair' : `Sample Signer ${index}`,
    role,
  }));
  const { fields } = await layout.layOut(report('short').model, signers);
  expect(fields.map((field) => field.fieldName)).toEqual(signers.map((signer) => signer.fieldName));
  fields.forEach((one, index) => {
    for (const other of fields.slice(index + 1)) {
      const apart = one.page !== other.page || one.rect[1] >= other.rect[3] || other.rect[1] >= one.rect[3];
      expect(apart).toBe(true);
    }
  });
});

test('two signers may not share a field', async () => {
  const [signer] = sampleSigners;
  if (signer === undefined) throw new Error('no signer');
  await expect(layout.layOut(report('short').model, [signer, signer])).rejects.toThrow('signature place');
});
