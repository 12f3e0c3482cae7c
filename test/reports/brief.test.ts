import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { PDFDict, PDFDocument, PDFHexString, PDFName, PDFString } from '@cantoo/pdf-lib';
import { describe, expect, test } from 'vitest';
import { createPrinting } from '#electron/reports/printing.ts';
import { briefOf, fateOf } from '#shared/domain/panel/brief.ts';
import { briefBook, printedBrief } from '#shared/domain/panel/brief-book.ts';
import { type Brief, briefSchema } from '#shared/domain/panel/brief-model.ts';
import type { Action } from '#shared/domain/review.ts';
import type { SupervisorReport } from '#shared/domain/supervision/supervisor-report.ts';
import type { TrackedAction } from '#shared/domain/supervision/tracked-action.ts';
import { checkedByQpdf, infoOf, structureOf, taggedText, textOf } from '#test/support/report-judges.ts';
import {
  longSample,
  reportFolders,
  sampleId,
  sampleReportInput,
  shortSample,
} from '#test/support/report-samples.ts';

const golden = join(import.meta.dirname, '../fixtures/reports/brief-model.json');
const printing = await createPrinting(reportFolders);
const at = '2026-01-10T09:00:00.000Z';

const action = (name: string, over: Partial<Action> = {}): Action => ({
  id: sampleId(`brief ${name}`),
  what: `${name}: present a second audit`,
  measure: 'Presented',
  owner: 'The doctor',
  dueOn: '2026-06-01',
  capability: null,
  status: 'open',
  ...over,
});
const tracked = (of: Action, over: Partial<TrackedAction>): TrackedAction => ({
  ...of,
  origin: { kind: 'review', id: null },
  carriedOver: [],
  progress: [],
  reopened: [],
  statusAt: at,
  evidence: [],
  closedOn: null,
  closingNote: '',
  createdAt: at,
  updatedAt: at,
  ...over,
});
const on = '2026-10-01';

function inputFrom(sample: typeof shortSample, texts: { readonly repeat: number } = { repeat: 1 }) {
  const { portfolio, pack, review, evidence, coverage } = sampleReportInput(sample);
  const kept = action('Kept');
  const missed = action('Missed');
  const on2 = action('Going on', { dueOn: '2027-01-01' });
  const dropped = action('Dropped');
  const previousActions = [kept, missed, on2, dropped];
  const followed = [
    tracked(kept, { status: 'done', closedOn: '2026-05-01', closingNote: 'Presented in May.' }),
    // Done after the submission: it was still open when the evidence was handed in.
    tracked(missed, { status: 'done', closedOn: '2026-10-20' }),
    tracked(dropped, { status: 'dropped', closedOn: '2026-02-01', closingNote: 'Post ended.' }),
  ];
  const first = pack.capabilities[0]?.code ?? '';
  const report: SupervisorReport = {
    ...({} as SupervisorReport),
    id: sampleId('report'),
    author: { name: 'Dr Supervisor (invented)', gmcNumber: null, role: 'Consultant' },
    sealedOn: '2026-09-20',
    recommendation: 'further-support',
    recommendationReason: 'Research is still thin. '.repeat(texts.repeat),
    strengths: 'Leads the take well. '.repeat(texts.repeat),
    development: 'A research project. '.repeat(texts.repeat),
    capabilities: [{ code: first, level: 'indirect', comment: '', notSeen: false }],
  };
  const rating = { id: sampleId('rating'), capability: first, reason: 'Own view', at, device: null } as const;
  return {
    portfolio,
    pack,
    review,
    evidence,
    coverage,
    on,
    last: {
      review: { ...review, heldOn: '2025-10-01' },
      coverage: new Map([[first, { strength: 'thin', items: 2, inWindow: 1 } as const]]),
    },
    previousActions,
    tracked: new Map(followed.map((one) => [one.id, one])),
    report,
    ratings: [
      { ...rating, side: 'doctor', level: 'independent', by: report.author } as const,
      { ...rating, side: 'supervisor', level: 'observe', by: report.author } as const,
    ],
    late: 2,
    missing: 0,
  };
}

/** The words of the bookmarks, in order. */
function bookmarksOf(pdf: PDFDocument): readonly string[] {
  const titles: string[] = [];
  let entry = pdf.catalog.lookup(PDFName.of('Outlines'), PDFDict).lookupMaybe(PDFName.of('First'), PDFDict);
  while (entry !== undefined) {
    const title = entry.lookup(PDFName.of('Title'));
    if (title instanceof PDFString || title instanceof PDFHexString) titles.push(title.decodeText());
    entry = entry.lookupMaybe(PDFName.of('Next'), PDFDict);
  }
  return titles;
}

describe('the brief of a review', () => {
  test('says exactly what the golden brief says (WAYMARK_UPDATE_GOLDEN=1 rewrites it)', async () => {
    const brief = briefSchema.parse(briefOf(inputFrom(shortSample)));
    const text = `${JSON.stringify(brief, null, 2)}\n`;
    if (process.env.WAYMARK_UPDATE_GOLDEN === '1') await writeFile(golden, text);
    expect(JSON.parse(text)).toEqual(JSON.parse(await readFile(golden, 'utf8')));
  });

  test('says what became of each action by the day of the submission, and no later', () => {
    const brief = briefOf(inputFrom(shortSample));
    expect(brief.actions.map(({ fate }) => fate)).toEqual(['kept', 'missed', 'going-on', 'dropped']);
    expect(printedBrief(brief).actions.map(({ fate }) => fate)).toEqual([
      'missed',
      'going-on',
      'dropped',
      'kept',
    ]);
    const open = action('Open');
    expect(fateOf(open, undefined, '2026-06-01')).toBe('going-on');
    expect(fateOf(open, undefined, '2026-06-02')).toBe('missed');
    expect(fateOf(open, tracked(open, { dueOn: '2026-12-01' }), '2026-06-02')).toBe('going-on');
  });

  test('is one page however much was written, tagged, and says it is for the panel only', async () => {
    const input = inputFrom(longSample, { repeat: 200 });
    const many = Array.from({ length: 30 }, (_, index) => action(`Action ${index} `.repeat(30)));
    const brief = briefOf({ ...input, previousActions: many });
    const pdf = printing.briefs(briefBook([brief], { on, version: '0.0.0' }));
    if (process.env.WAYMARK_SHOTS !== undefined)
      await writeFile(`${process.env.WAYMARK_SHOTS}/brief.pdf`, pdf);
    const info = await infoOf(pdf);
    expect([info.get('Pages'), info.get('Tagged')]).toEqual(['1', 'yes']);
    await checkedByQpdf(pdf);
    const text = (await textOf(pdf)).replaceAll(/\s+/g, ' ');
    for (const words of ['For the panel only', 'and 24 more actions', 'Not done by its day', 'Coverage then'])
      expect(text).toContain(words);
  });

  test('is one page with the longest guidance too, and says how much it leaves out', async () => {
    const brief = briefOf(inputFrom(longSample, { repeat: 200 }));
    const [line] = brief.capabilities;
    if (line === undefined) throw new Error('a capability expected');
    const capabilities = Array.from({ length: 60 }, (_, at) => ({ ...line, code: `C${at}` }));
    const actions = Array.from({ length: 30 }, (_, at) => ({
      id: sampleId(`turn ${at}`),
      what: 'Word '.repeat(60),
      owner: 'Somebody with a long name and a title (invented)',
      dueOn: on,
      capability: null,
      fate: 'missed' as const,
      note: 'Word '.repeat(60),
    }));
    const pdf = printing.briefs(briefBook([{ ...brief, capabilities, actions }], { on, version: '0.0.0' }));
    expect((await infoOf(pdf)).get('Pages')).toBe('1');
    expect(await textOf(pdf)).toContain('and 34 more, in the panel room.');
  });

  test('is a book of a day with a list, a bookmark and a page for each doctor, read in order', async () => {
    const brief = briefOf(inputFrom(shortSample));
    const named = (name: string): Brief => ({ ...brief, doctor: { ...brief.doctor, name } });
    const names = ['Dr A First (invented)', 'Dr B Second (invented)', 'Dr C Third (invented)'];
    const pdf = printing.briefs(briefBook(names.map(named), { on, version: '0.0.0' }));
    if (process.env.WAYMARK_SHOTS !== undefined)
      await writeFile(`${process.env.WAYMARK_SHOTS}/book.pdf`, pdf);
    expect((await infoOf(pdf)).get('Pages')).toBe('4');
    const read = taggedText(await structureOf(pdf));
    const places = names.map((name) => read.lastIndexOf(name.replaceAll(' ', '')));
    expect(places.every((place) => place > 0)).toBe(true);
    expect(places).toEqual([...places].sort((a, b) => a - b));
    expect(await textOf(pdf)).toContain('Page 4 of 4');
    const book = await PDFDocument.load(pdf, { updateMetadata: false });
    expect(bookmarksOf(book)).toEqual([expect.stringContaining('Panel day'), ...names]);
  });
});
