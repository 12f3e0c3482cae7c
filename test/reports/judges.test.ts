import { beforeAll, describe, expect, test } from 'vitest';
import { createReportLayout, type LaidOutReport, type ReportLayout } from '#electron/reports/layout.ts';
import { buildReportModel } from '#electron/reports/model.ts';
import { canonicalJson } from '#shared/domain/canonical.ts';
import { strengths } from '#shared/domain/coverage/types.ts';
import { expectationUnits } from '#shared/domain/guidance-pack.ts';
import { certainties } from '#shared/domain/pack-provenance.ts';
import { type ReportModel, reportModelSchema } from '#shared/domain/report-model.ts';
import { actionStatuses, identityChecks, judgementLevels, panelRoles } from '#shared/domain/review.ts';
import { ratingLevels } from '#shared/domain/supervision/rating.ts';
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
import {
  fullReportInput,
  hardNames,
  longSample,
  reportFolders,
  sampleReportInput,
  sampleSigners,
  sha256,
  shortSample,
} from '#test/support/report-samples.ts';
import { sampleLogo } from '#test/support/sample-logo.ts';

const inputs = {
  short: sampleReportInput(shortSample),
  long: sampleReportInput(longSample),
  full: fullReportInput({ items: 20, capabilities: 5 }),
} as const;
const reports = new Map<
  string,
  { readonly model: ReportModel; readonly laidOut: LaidOutReport; readonly structure: string }
>();
let layout: ReportLayout;
const logoOf = (name: string) => (name === 'full' ? sampleLogo() : undefined);

beforeAll(async () => {
  layout = await createReportLayout(reportFolders);
  for (const [name, input] of Object.entries(inputs)) {
    const model = buildReportModel(input, sha256);
    const laidOut = await layout.layOut(model, sampleSigners, logoOf(name));
    reports.set(name, { model, laidOut, structure: await structureOf(laidOut.pdf) });
  }
});

const report = (name: string) => {
  const found = reports.get(name);
  if (found === undefined) throw new Error(`no ${name} report`);
  return found;
};

describe.each(Object.keys(inputs))('the %s report', (name) => {
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
      ...(name === 'full' ? ["Supervisor's report in short"] : []),
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
    const again = await layout.layOut(model, sampleSigners, logoOf(name));
    expect(Buffer.from(again.pdf).equals(Buffer.from(laidOut.pdf))).toBe(true);
  });

  test('has its contents as a table of contents, and the chart in words', async () => {
    const { structure, laidOut, model } = report(name);
    const contents = structure.slice(structure.indexOf('TOC'), structure.indexOf('H1 "'));
    for (const heading of ['The panel', 'Evidence considered', 'How to check this report'])
      expect(contents).toContain(heading);
    const told = (await openedByQpdf(laidOut.pdf)).replaceAll('\\', '');
    const [first] = model.capabilities;
    expect(told).toContain(`/Alt (Chart. ${first?.code}: ${first?.rules[0]?.title}, `);
    expect(told.includes('/Alt (Logo of Sample Hospitals NHS Trust (invented))')).toBe(name === 'full');
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

test('says what it amends, who declared what, what came late, and what the supervisor wrote', async () => {
  const { model, laidOut } = report('full');
  const text = (await textOf(laidOut.pdf)).replace(/\s+/g, ' ');
  for (const said of [
    'Sample Hospitals NHS Trust (invented)',
    'This report amends an earlier one',
    `signed on 02/10/2026 (fingerprint ${model.amends?.fingerprint?.slice(0, 4)}`,
    'Amended on the authority of Dr Sample Director (invented)',
    'One capability was judged on the evidence of another doctor.',
    'Conflict: Line manager of the doctor. Did not judge',
    'Not declared',
    'typed it in afterwards',
    'The name of its outcome looks like',
    'Further support suggested',
    '3, under indirect supervision',
    'The doctor handed in on 06/10/2026, with 20 items',
    `Admitted late on 20/10/2026 by Dr Sample Chair: ${model.late?.[0]?.evidence[0]}.`,
    'Given as a talk.',
    'Carried over to 31/12/2026.',
    'Evidence from a second hospital, and one of independent practice.',
  ])
    expect(text).toContain(said);
});

test('a withdrawn report that is not kept here is still named', async () => {
  const { model } = report('full');
  if (model.amends === undefined) throw new Error('sample amends nothing');
  const amends = {
    ...model.amends,
    how: 'withdrawn',
    authority: '',
    signedAt: null,
    fingerprint: null,
  } as const;
  const { pdf } = await layout.layOut({ ...model, amends }, sampleSigners);
  expect(await textOf(pdf)).toContain('takes the place of one that was withdrawn before its release');
});

test('every code of the model has a word', async () => {
  const { model } = report('long');
  const [member] = model.review.panel;
  const [action] = model.actions;
  const [capability] = model.capabilities;
  const [rule] = model.wholePortfolio;
  const { supervisorReport } = report('full').model;
  if (!supervisorReport || !member || !action || !capability || !rule) throw new Error('sample too small');
  for (const [index, identityCheck] of identityChecks.entries()) {
    const all: ReportModel = {
      ...model,
      supervisorReport: {
        ...supervisorReport,
        recommendation: recommendations[index % recommendations.length] ?? null,
        ratings: ratingLevels.map((level) => ({ code: 'G1', level })),
      },
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
