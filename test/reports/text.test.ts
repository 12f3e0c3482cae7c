import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { loadFonts } from '#electron/reports/fonts.ts';
import { createReportLayout, type ReportLayout } from '#electron/reports/layout.ts';
import { buildReportModel } from '#electron/reports/model.ts';
import { printable } from '#electron/reports/printable.ts';
import { canonicalJson } from '#shared/domain/canonical.ts';
import type { ReportModel } from '#shared/domain/report-model.ts';
import {
  attachedReport,
  checkedByQpdf,
  drawnText,
  textOf,
  wordsOutside,
} from '#test/support/report-judges.ts';
import {
  reportFolders,
  sampleReportInput,
  sampleSigners,
  sha256,
  shortSample,
} from '#test/support/report-samples.ts';

const fonts = await loadFonts(reportFolders.fontFolder);
let layout: ReportLayout;
let model: ReportModel;

beforeAll(async () => {
  layout = await createReportLayout(reportFolders);
  model = buildReportModel(sampleReportInput(shortSample), sha256);
});

/** The short report with these texts as paragraphs of one section, and nothing else of size. */
const withTexts = (texts: readonly string[]): ReportModel => ({
  ...model,
  sample: false,
  capabilities: [],
  evidence: [],
  actions: [],
  progressNeeded: texts.join('\n\n'),
});

// In a right-to-left run a bracket is drawn as its mirror image, and tools read back what is drawn.
const letters = (text: string) =>
  text
    .normalize('NFKC')
    .replace(/[\s\p{Default_Ignorable_Code_Point}]/gu, '')
    .replace(/\p{Bidi_Mirrored}/gu, '(');

function countsOf(text: string): Map<string, number> {
  const counts = new Map<string, number>();
  for (const character of letters(text)) counts.set(character, (counts.get(character) ?? 0) + 1);
  return counts;
}

/** Characters of which there are fewer in `printed` than `wanted` asks for. */
function lost(wanted: string, printed: string): readonly string[] {
  const there = countsOf(printed);
  return [...countsOf(wanted)].flatMap(([character, count]) =>
    (there.get(character) ?? 0) < count ? [`U+${character.codePointAt(0)?.toString(16)}`] : [],
  );
}

const markup = [
  '#import "theme.typ": *',
  '#read("/etc/passwd")',
  '*bold* _italic_ `raw`',
  '$x^2$ and $ y $',
  ']][[ #[content] #{code}',
  'a "quoted" word and \'single\'',
  'back\\slash \\n \\u{41}',
  '= Heading',
  '- list item',
  '+ numbered',
  '/ term: text',
  '<label> @reference',
  '// comment /* more */',
  '~ --- -- ... https://example.org',
  '</text><script>alert(1)</script>',
  '%PDF-1.7 /Type /Sig (x) >> endobj',
];

describe('older evidence that counts', () => {
  test('is said to be older, and under which rule it counts', async () => {
    const [first, ...others] = model.capabilities;
    if (first === undefined) throw new Error('a capability expected');
    const rules = first.rules.map((rule) => ({ ...rule, maintained: 7 }));
    const kept = { ...model, capabilities: [{ ...first, maintained: 9, rules }, ...others] };
    const words = async (of: ReportModel) =>
      (await textOf((await layout.layOut(of, sampleSigners)).pdf)).replace(/\s+/g, ' ');
    const text = await words(kept);
    expect(text).toContain('9 older and kept up by newer evidence');
    expect(text).toContain('7 of them older, kept up');
    expect(text).toContain('rule on maintaining skills');
    expect(await words(model)).not.toContain('kept up');
  });
});

describe('what people write', () => {
  test('comes out literally, never as markup', async () => {
    const [member] = model.review.panel;
    if (member === undefined) throw new Error('sample has no panel');
    const hostile: ReportModel = {
      ...withTexts(markup),
      doctor: { ...model.doctor, name: '#panic("name") *x* ]' },
      outcome: { ...model.outcome, name: '$outcome$ #x', meaning: '\\meaning\\ "y"' },
      review: { ...model.review, panel: [{ ...member, name: '_chair_ #(1+1)' }] },
    };
    const { pdf, replaced } = await layout.layOut(hostile, [
      { fieldName: 'f', signer: '#signer', role: 'lay' },
    ]);
    const text = (await textOf(pdf)).replace(/\s+/g, '');
    const wanted = [
      ...markup,
      '#panic("name") *x* ]',
      '$outcome$ #x',
      '\\meaning\\ "y"',
      '_chair_ #(1+1)',
      '#signer',
    ];
    expect(wanted.filter((line) => !text.includes(line.replace(/\s+/g, '')))).toEqual([]);
    expect(replaced.size).toBe(0);
    expect((await attachedReport(pdf)).bytes.toString('utf8')).toBe(canonicalJson(hostile));
  });

  test('keeps paragraphs and line breaks', async () => {
    const { pdf } = await layout.layOut(withTexts(['one\ntwo', 'three']), sampleSigners);
    expect(await textOf(pdf)).toMatch(/^one\ntwo\s+three$/m);
  });

  test('what no font has is printed by number, named at the end, and kept in report.json', async () => {
    const odd = withTexts(['A flamingo 🦩 and a lone \uD83E half, \uE000, \uFEFF, \u0000 and \u{E0041}']);
    const { pdf, replaced } = await layout.layOut(odd, sampleSigners);
    const text = (await textOf(pdf)).replace(/\s+/g, ' ');
    expect(text).toContain(
      'A flamingo [U+1F9A9] and a lone [U+D83E] half, [U+E000], [U+FEFF], [U+0000] and [U+E0041]',
    );
    expect(text).toContain(
      'printed by their Unicode numbers in brackets: U+1F9A9, U+D83E, U+E000, U+FEFF, U+0000, U+E0041',
    );
    expect([...replaced.keys()]).toEqual(['U+1F9A9', 'U+D83E', 'U+E000', 'U+FEFF', 'U+0000', 'U+E0041']);
    expect((await attachedReport(pdf)).bytes.toString('utf8')).toBe(canonicalJson(odd));
    await checkedByQpdf(pdf);
  });

  test('very long words break inside the page', async () => {
    const long = 'W'.repeat(200);
    const [line] = model.evidence;
    const [action] = model.actions;
    if (line === undefined || action === undefined) throw new Error('sample too small');
    const { pdf } = await layout.layOut(
      {
        ...model,
        doctor: { name: 'W'.repeat(120), gmcNumber: null, employer: 'W'.repeat(160) },
        evidence: [
          {
            ...line,
            title: long,
            files: [{ name: 'w'.repeat(255), sha256: sha256('x') }],
            capabilities: ['ABCDEFGHIJKLMNOP'],
          },
        ],
        actions: [{ ...action, what: long, owner: 'W'.repeat(120), capability: 'ABCDEFGHIJKLMNOP' }],
        capabilities: [],
        progressMade: 'W'.repeat(900),
      },
      sampleSigners,
    );
    const outside = await wordsOutside(pdf);
    expect(outside).toEqual([]);
  });

  test('hundreds of random texts of all planes and scripts lose no character', async () => {
    const range = (from: number, to: number) =>
      fc.integer({ min: from, max: to }).map((code) => String.fromCodePoint(code));
    const character = fc.oneof(
      { weight: 6, arbitrary: range(0x20, 0x17f) },
      { weight: 2, arbitrary: range(0x180, 0x58f) },
      { weight: 2, arbitrary: range(0x590, 0x11ff) },
      { weight: 1, arbitrary: range(0x1200, 0xd7ff) },
      {
        weight: 1,
        arbitrary: fc.integer({ min: 0xd800, max: 0xffff }).map((code) => String.fromCharCode(code)),
      },
      { weight: 1, arbitrary: range(0x10000, 0x10ffff) },
      { weight: 2, arbitrary: fc.constantFrom(...'#*_$`[](){}<>@\\/"\'=-+~|%&^ '.split('')) },
    );
    const text = fc
      .array(character, { minLength: 1, maxLength: 30 })
      .map((characters) => characters.join(''));
    await fc.assert(
      fc.asyncProperty(fc.array(text, { minLength: 60, maxLength: 60 }), async (texts) => {
        const { pdf } = await layout.layOut(withTexts(texts), sampleSigners);
        const wanted = printable(texts, fonts.families).data.join('\n');
        // Each tool misreads something of its own (letters with many marks; letters that share a glyph): lost is what neither finds.
        const unseen = new Set(lost(wanted, await textOf(pdf)));
        expect(lost(wanted, await drawnText(pdf)).filter((character) => unseen.has(character))).toEqual([]);
        await checkedByQpdf(pdf);
      }),
      { numRuns: 10, endOnFailure: true },
    );
  });
});
