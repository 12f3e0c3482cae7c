import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { prepareZXingModule, readBarcodes } from 'zxing-wasm/reader';
import { buildReportModel } from '#electron/reports/model.ts';
import { createPrinting } from '#electron/reports/printing.ts';
import { panelFormCode, type ResponsePage, readPanelFormCode } from '#shared/domain/programme/papers.ts';
import { beginningOf, shortReportOf } from '#shared/domain/programme/short-report.ts';
import type { ReportModel } from '#shared/domain/report-model.ts';
import { blankForm, sampleForm } from '#test/support/panel-form-samples.ts';
import { sized } from '#test/support/prove.ts';
import {
  checkedByQpdf,
  drawnPages,
  infoOf,
  openedByQpdf,
  structureOf,
  textOf,
} from '#test/support/report-judges.ts';
import {
  fullReportInput,
  longSample,
  reportFolders,
  sampleReportInput,
  sha256,
  shortSample,
} from '#test/support/report-samples.ts';
import { sampleLogo } from '#test/support/sample-logo.ts';

const wasm = await readFile(createRequire(import.meta.url).resolve('zxing-wasm/reader/zxing_reader.wasm'));
prepareZXingModule({
  overrides: { wasmBinary: wasm.buffer.slice(wasm.byteOffset, wasm.byteOffset + wasm.length) },
});
const printing = await createPrinting(reportFolders);
const full = buildReportModel(fullReportInput(longSample), sha256);
const pagesOf = async (pdf: Uint8Array) => Number((await infoOf(pdf)).get('Pages'));
const short = (model: ReportModel) => printing.paper({ kind: 'short-report', model }, sampleLogo());

const response: ResponsePage = {
  doctor: full.doctor,
  sample: true,
  heldOn: '2026-10-20',
  outcome: full.outcome.name,
  signedAt: full.signing.at,
  fingerprint: full.fingerprint,
  acknowledgedAt: '2026-11-02T10:00:00.000Z',
  said: [
    { kind: 'respond', at: '2026-11-02T10:00:00.000Z', by: 'Dr Sample Doctor', text: 'One.\n\nTwo.' },
    { kind: 'ask-second-look', at: '2026-11-03T10:00:00.000Z', by: 'Dr Sample Doctor', text: 'The audit.' },
    { kind: 'will-amend', at: '2026-11-09T10:00:00.000Z', by: 'Dr Sample Chair', text: 'It was missed.' },
  ],
  madeBy: 'Waymark test',
  programme: full.programme,
};

describe('the short form', () => {
  test('is two pages of PDF/A, tagged, that name the report and say that they are not it', async () => {
    const pdf = short(full);
    expect(await pagesOf(pdf)).toBe(2);
    await expect(checkedByQpdf(pdf)).resolves.toContain('No syntax or stream encoding errors');
    expect(await openedByQpdf(pdf)).toContain('<pdfaid:part>3</pdfaid:part>');
    const text = (await textOf(pdf)).replace(/\s+/g, ' ');
    for (const said of ['This is not the signed original.', full.outcome.name, 'Ŵyn Łukasz Nguyễn', 'محمد'])
      expect(text).toContain(said);
    for (const capability of full.capabilities) expect(text).toContain(` ${capability.code} `);
    const headings = [...(await structureOf(pdf)).matchAll(/^\s*H1 "(.*)" \(block\)/gm)].map(([, h]) => h);
    expect(headings).toEqual([
      'Progress made',
      'Progress needed',
      'Judgement of each CiP',
      'Actions until the next review',
      'The panel',
    ]);
  });

  test('stays on two pages however much the report says', async () => {
    const [capability] = full.capabilities;
    const [action] = full.actions;
    const [member] = full.review.panel;
    if (!capability || !action || !member) throw new Error('sample too small');
    await fc.assert(
      fc.asyncProperty(
        fc.record({
          words: fc.nat({ max: 3000 }),
          lines: fc.nat({ max: 600 }),
          capabilities: fc.nat({ max: 92 }),
          actions: fc.nat({ max: 40 }),
          panel: fc.nat({ max: 20 }),
        }),
        async ({ words, lines, capabilities, actions, panel }) => {
          const text = `${'Wide evidence '.repeat(words)}${'Line\n'.repeat(lines)}`;
          const pdf = short({
            ...full,
            outcomeReason: text.slice(0, 6000),
            progressMade: text,
            progressNeeded: text,
            capabilities: Array.from({ length: capabilities }, (_, index) => ({
              ...capability,
              code: `LONG${index}CODES1234567`.slice(0, 16),
            })),
            actions: Array.from({ length: actions }, () => ({ ...action, what: text.slice(0, 400) || 'x' })),
            review: {
              ...full.review,
              panel: Array.from({ length: panel }, () => ({ ...member, name: 'W'.repeat(120) })),
            },
          });
          expect(await pagesOf(pdf)).toBe(2);
        },
      ),
      { numRuns: sized(6, 200) },
    );
  });

  test('says nothing that is not in the report, and all of it where there is room', () => {
    const plain = buildReportModel(sampleReportInput(shortSample), sha256);
    expect(shortReportOf(plain, 1)).toMatchObject({
      progressMade: plain.progressMade,
      cut: false,
      moreActions: 0,
      previous: { done: 1, open: 1, dropped: 0 },
    });
    expect(shortReportOf(full, 0.04)).toMatchObject({ cut: true, moreActions: 3 });
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme', maxLength: 300 }),
        fc.integer({ min: 1, max: 300 }),
        (text, most) => {
          const begun = beginningOf(text, most);
          expect(text.startsWith(begun.replace(/ …$/, '')) || text === begun).toBe(true);
          expect(begun.length).toBeLessThanOrEqual(Math.max(text.length, most + 2));
        },
      ),
    );
  });
});

describe('the response page', () => {
  test('names the report it belongs to and says who said what, in order', async () => {
    const pdf = printing.paper({ kind: 'response', response }, undefined);
    await expect(checkedByQpdf(pdf)).resolves.toContain('No syntax or stream encoding errors');
    const text = (await textOf(pdf)).replace(/\s+/g, ' ');
    for (const group of full.fingerprint.match(/.{4}/g) ?? []) expect(text).toContain(group);
    expect(text).toMatch(/One\. Two\..*The audit\..*Answer: the outcome will be amended.*It was missed\./);
    expect(text).toContain('Progress, with specific actions 02/11/2026');
  });

  test('has room to write by hand where nothing was said', async () => {
    const pdf = printing.paper({ kind: 'response', response: { ...response, said: [] } }, sampleLogo());
    expect(await textOf(pdf)).toContain('There is room here to write by hand.');
    expect(await pagesOf(pdf)).toBe(1);
  });
});

describe('the form for a panel without a laptop', () => {
  test.each([
    ['filled in', sampleForm(30)],
    ['blank', blankForm()],
  ])('%s, says page x of y on every page and has room for each capability', async (_, form) => {
    const pdf = printing.paper({ kind: 'panel-form', form }, form.doctor === null ? undefined : sampleLogo());
    await expect(checkedByQpdf(pdf)).resolves.toContain('No syntax or stream encoding errors');
    const pages = (await textOf(pdf)).split('\f').slice(0, -1);
    const called = form.review === null ? 'Blank form' : `Form ${form.short}`;
    pages.forEach((page, at) => {
      expect(page).toContain(`${called}, page ${at + 1} of ${pages.length}`);
    });
    const text = pages.join(' ').replace(/\s+/g, ' ');
    for (const { code } of form.capabilities) expect(text).toContain(code);
    expect(text.split('Not considered').length - 1).toBeGreaterThanOrEqual(form.capabilities.length);
  });

  test('has a code on each page that a scanner reads, and none that could be another form’s', async () => {
    const form = sampleForm(14);
    const review = form.review ?? '';
    const pages = await drawnPages(printing.paper({ kind: 'panel-form', form }, undefined));
    for (const [at, page] of pages.entries()) {
      const found = await readBarcodes(page, { formats: ['QRCode'], tryHarder: true });
      expect(found.map(({ text }) => readPanelFormCode(text))).toEqual([{ review, page: at + 1 }]);
    }
    expect(readPanelFormCode(panelFormCode(review, 3))).toEqual({ review, page: 3 });
    for (const other of [
      '',
      'waymark:form:nobody:1',
      `waymark:request:${review}:1`,
      `waymark:form:${review}:`,
    ])
      expect(readPanelFormCode(other)).toBeUndefined();
  });
});
