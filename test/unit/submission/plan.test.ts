import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { EvidenceItem } from '#shared/domain/evidence.ts';
import type { ItemStanding } from '#shared/domain/identifiers/summary.ts';
import { safeWords } from '#shared/domain/safe-names.ts';
import type { Placement } from '#shared/domain/submission/placement.ts';
import { type PlanInput, planSubmission } from '#shared/domain/submission/plan.ts';
import { planAnswer } from '#shared/domain/submission/plan-answer.ts';
import { sectionsOf } from '#shared/domain/submission/sections.ts';
import { problemGroups } from '#shared/domain/submission/set-words.ts';
import { applicationGuideOf } from '#shared/guidance/application.ts';
import { guidancePacks } from '#shared/guidance/packs.ts';

const pack = guidancePacks[0] ?? expect.fail();
const rules = applicationGuideOf(pack);
const codes = pack.capabilities.map(({ code }) => code);
const idOf = (number: number) => `00000000-0000-4000-8000-${String(number).padStart(12, '0')}`;
const hashOf = (number: number) => number.toString(16).padStart(64, '0');
const at = '2026-01-01T00:00:00.000Z';

function item(number: number, change: Partial<EvidenceItem> = {}): EvidenceItem {
  return {
    id: idOf(number),
    type: 'audit',
    title: `Item ${number}`,
    startedOn: '2025-03-01',
    endedOn: null,
    place: '',
    role: '',
    reflection: '',
    hours: null,
    details: {},
    attachments: [file(number)],
    links: [],
    verification: null,
    createdAt: at,
    updatedAt: at,
    trashedAt: null,
    ...change,
  };
}
const file = (number: number, change: Partial<EvidenceItem['attachments'][number]> = {}) => ({
  hash: hashOf(number),
  name: `scan ${number}.pdf`,
  mediaType: 'application/pdf',
  size: 10,
  ...change,
});
const link = (code: string | undefined, pages = '') => ({ capability: code ?? '', pages, note: '' });
const placement = (number: number, change: Partial<Placement>): [string, Placement] => [
  idOf(number),
  { id: idOf(number), section: null, description: '', order: null, leftOut: false, updatedAt: at, ...change },
];
const standing = (state: 'unchecked' | 'read' | 'no-text', open: number, of: number): ItemStanding => ({
  state: open > 0 ? 'possible' : state === 'unchecked' ? 'unchecked' : 'none-found',
  open,
  openInWords: 0,
  files: [{ file: hashOf(of), state, open }],
});
const input = (items: readonly EvidenceItem[], change: Partial<PlanInput> = {}): PlanInput => ({
  rules,
  items,
  placements: new Map(),
  facts: () => ({ state: 'read', pages: 2 }),
  standing: () => undefined,
  ...change,
});
const plan = (items: readonly EvidenceItem[], change: Partial<PlanInput> = {}) =>
  planSubmission({ ...input(items, change), pack });
const sectionIn = ({ sections }: ReturnType<typeof plan>, id: string) =>
  sections.find((section) => section.id === id) ?? expect.fail(id);
const kinds = (made: ReturnType<typeof plan>) => new Set(made.problems.map(({ kind }) => kind));

describe('the set of an application', () => {
  it('has the sections before, one for each capability in the pack’s order, and the sections after', () => {
    const { sections } = plan([]);
    expect(sections.filter(({ kind }) => kind === 'capability').map(({ code }) => code)).toEqual(codes);
    expect(sections[0]).toMatchObject({ id: 'section/training', kind: 'application' });
    expect(sections.some(({ kind }) => kind === 'unplaced')).toBe(false);
  });

  it('puts types that have a section there first, else under the first linked capability of the pack', () => {
    const made = plan([
      item(1, { type: 'post', links: [link(codes[2])] }),
      item(2, { links: [link(codes[3], 'p. 4-6'), link(codes[1])] }),
      item(3),
    ]);
    expect(sectionIn(made, 'section/training').documents.map(({ itemId, why }) => [itemId, why])).toEqual([
      [idOf(1), 'type'],
    ]);
    expect(sectionIn(made, `capability/${codes[1]}`).documents[0]).toMatchObject({
      itemId: idOf(2),
      why: 'link',
    });
    expect(sectionIn(made, 'unplaced').documents[0]).toMatchObject({ itemId: idOf(3), why: 'none' });
    expect(sectionIn(made, `capability/${codes[3]}`).references.map(({ text }) => text)).toEqual([
      `See ${codes[1]}, document 1, p. 4-6: Item 2`,
    ]);
    expect(sectionIn(made, `capability/${codes[2]}`).references[0]?.text).toBe(
      'See Training, qualifications, CV and posts, document 1: Item 1',
    );
  });

  it('follows a person’s choice, and points to it from where the rule would have it', () => {
    const made = plan([item(1, { type: 'post', links: [link(codes[2])] })], {
      placements: new Map([
        placement(1, { section: `capability/${codes[2]}`, description: 'Contract, 2025' }),
      ]),
    });
    expect(sectionIn(made, `capability/${codes[2]}`).documents[0]).toMatchObject({
      why: 'chosen',
      description: 'Contract, 2025',
    });
    expect(sectionIn(made, 'section/training').references[0]?.text).toBe(
      `See ${codes[2]}, document 1: Contract, 2025`,
    );
    // A section the guidance no longer has is as none.
    const gone = plan([item(1, { type: 'post' })], {
      placements: new Map([placement(1, { section: 'capability/GONE' })]),
    });
    expect(sectionIn(gone, 'section/training').documents).toHaveLength(1);
  });

  it('numbers only what can be uploaded, by the chosen order, then newest first', () => {
    const code = codes[0];
    const made = plan(
      [
        item(1, { startedOn: '2024-01-01', links: [link(code)] }),
        item(2, { startedOn: '2025-01-01', links: [link(code)] }),
        item(3, { startedOn: '2026-01-01', links: [link(code)], attachments: [] }),
        item(4, { startedOn: '2020-01-01', links: [link(code)] }),
      ],
      { placements: new Map([placement(4, { order: 1 })]) },
    );
    const section = sectionIn(made, `capability/${code}`);
    expect(section.documents.map(({ itemId, number }) => [itemId, number])).toEqual([
      [idOf(4), 1],
      [idOf(3), null],
      [idOf(2), 2],
      [idOf(1), 3],
    ]);
  });

  it('hands over redacted copies, and counts files, pages and uploads', () => {
    const redacted = { ...file(91, { size: 7 }), at };
    const made = plan([
      item(1, {
        links: [link(codes[0])],
        attachments: [file(1, { redacted }), file(2, { name: 'a.docx', mediaType: 'application/x' })],
      }),
      item(2, { links: [link(codes[0])] }),
    ]);
    const [first] = sectionIn(made, `capability/${codes[0]}`).documents;
    expect(first?.files.map(({ hash, redacted: is, joins }) => [hash, is, joins])).toEqual([
      [hashOf(91), true, true],
      [hashOf(2), false, false],
    ]);
    expect(made.totals).toEqual({
      items: 2,
      files: 3,
      bytes: 27,
      uploads: { separate: 3, joined: 2 },
      pages: 6,
      pagesUnknown: 0,
    });
  });

  it('says everything, refuses nothing', () => {
    const mark = { by: 'Dr A', on: '2026-01-01', institution: 'B' };
    const made = plan(
      [
        item(1),
        item(2, { links: [link(codes[0])], attachments: [] }),
        item(3, { links: [link(codes[0])], draft: true }),
        item(4, { links: [link(codes[0])], anonymised: { ...mark, files: [hashOf(99)] } }),
        item(5, { type: 'qualification', attachments: [file(4)] }),
        item(6, { links: [link(codes[0])], translated: mark, verification: mark, notNeeded: ['anonymised'] }),
        item(7, { trashedAt: at }),
        item(8, { links: [link(codes[0])] }),
        item(9, { links: [link(codes[0])], attachments: [file(9), file(10), file(11)] }),
      ],
      {
        placements: new Map([placement(8, { leftOut: true })]),
        standing: (id) =>
          id === idOf(1)
            ? standing('unchecked', 0, 1)
            : id === idOf(4)
              ? standing('read', 3, 4)
              : id === idOf(9)
                ? standing('no-text', 0, 9)
                : undefined,
        facts: (hash) =>
          hash === hashOf(9)
            ? { state: 'encrypted', pages: null }
            : hash === hashOf(10)
              ? { state: 'malformed', pages: null }
              : hash === hashOf(11)
                ? { state: 'missing', pages: null }
                : { state: 'unread', pages: null },
      },
    );
    expect(kinds(made)).toEqual(
      new Set([
        'open-hits',
        'anonymised-stale',
        'not-anonymised',
        'not-checked',
        'no-words',
        'encrypted-file',
        'malformed-file',
        'missing-file',
        'no-files',
        'unplaced',
        'not-verified',
        'not-authenticated',
        'translation-unsaid',
        'translation-alone',
        'same-file',
        'draft',
        'empty-section',
        'pages-unknown',
        'left-out',
      ]),
    );
    const about = (kind: string) =>
      made.problems.filter((one) => one.kind === kind).map(({ itemId }) => itemId);
    expect(made.identifiers).toMatchObject({
      items: 6,
      files: 3,
      filesWithHits: 1,
      unchecked: 1,
      notNeeded: 1,
    });
    expect(made.notNeeded.map(({ itemId }) => itemId)).toEqual([idOf(6)]);
    expect(made.problems.find(({ kind }) => kind === 'open-hits')).toMatchObject({
      about: 'Item 4: scan 4.pdf',
      count: 3,
    });
    expect(about('draft')).toEqual([idOf(3)]);
    expect(about('not-authenticated')).toEqual([idOf(5)]);
    // Qualifications are certified, not verified; what was verified is; what is left out does not matter.
    expect(about('not-verified')).toEqual([2, 4, 9, 1].map(idOf));
    expect(about('not-verified')).not.toContain(idOf(5));
    expect(about('not-verified')).not.toContain(idOf(8));
    expect(problemGroups(made.problems)[0]?.[0]).toBe('open-hits');
    const all = made.sections.flatMap(({ documents }) => documents.map(({ itemId }) => itemId));
    expect(all.toSorted()).toEqual([1, 2, 4, 5, 6, 9].map(idOf));
  });

  it('measures against the guide', () => {
    const items = Array.from({ length: rules.budget.documents + 1 }, (_, at) =>
      item(at + 1, { links: [link(codes[0])] }),
    );
    const made = plan(items, { facts: () => ({ state: 'read', pages: 20 }) });
    expect(made.problems.find(({ kind }) => kind === 'over-documents')?.count).toBe(items.length);
    expect(made.problems.find(({ kind }) => kind === 'over-pages')?.count).toBe(items.length * 20);
  });

  it('names every file safely and once, has each item once, and refers only to what is there', () => {
    const hostile = fc.oneof(
      fc.constantFrom(
        '../../etc/passwd',
        'CON',
        '=cmd()',
        'a\u202Egnp.exe',
        '.hidden',
        'x'.repeat(300),
        'A quality improvement project about antimicrobial prescribing for community-acquired pneumonia on the acute medical unit',
        'Clinical governance, lpt1. CON. nul',
        '💥'.repeat(60),
      ),
      fc.string({ minLength: 1, maxLength: 200 }),
    );
    const some = fc.record({
      title: hostile,
      name: hostile,
      type: fc.constantFrom('audit' as const, 'post' as const, 'teaching' as const),
      links: fc.uniqueArray(fc.constantFrom(...codes), { maxLength: 4 }),
      files: fc.integer({ min: 0, max: 3 }),
      section: fc.option(fc.constantFrom(...sectionsOf(pack, rules.sections).map(({ id }) => id))),
      order: fc.option(fc.integer({ min: 1, max: 5 })),
    });
    fc.assert(
      fc.property(fc.array(some, { maxLength: 25 }), (given) => {
        const items = given.map(({ title, name, type, links, files }, n) =>
          item(n, {
            title,
            type,
            links: links.map((code) => link(code)),
            attachments: Array.from({ length: files }, (_, k) => file(n * 10 + k + 1000, { name })),
          }),
        );
        const placements = new Map(given.map(({ section, order }, n) => placement(n, { section, order })));
        const made = plan(items, { placements });
        const documents = made.sections.flatMap((section) => section.documents);
        expect(documents.map(({ itemId }) => itemId).toSorted()).toEqual(
          items.map(({ id }) => id).toSorted(),
        );
        const folders = made.sections.map(({ folder }) => folder.toLowerCase());
        expect(new Set(folders).size).toBe(folders.length);
        for (const section of made.sections) {
          const names = section.documents.flatMap(({ files }) => files.map(({ name }) => name));
          expect(new Set(names.map((name) => name.normalize('NFKC').toLowerCase())).size).toBe(names.length);
          for (const name of [section.folder, ...names]) {
            expect(name).not.toMatch(/[/\\:*?"<>|\p{Cc}\p{Cf}]|^[.\- ]|[. ]$/u);
            expect(name.length).toBeLessThanOrEqual(80);
            expect(name).not.toMatch(/^(con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³])\s*(\.|$)/i);
          }
          // Every word of a name is a whole word of what it was made from, as far as that can be written at all.
          for (const { description, files } of section.documents) {
            const words = new Set([...safeWords(description, 10_000).split(' '), 'part']);
            for (const { name } of files) {
              const stem = name.replace(/ \([0-9]+\)(?=\.|$)/, '').replace(/\.[a-z0-9]{1,8}$/, '');
              const told = stem.split(' ').slice(section.code.split(' ').length + 1);
              for (const word of told) {
                const isWhole =
                  words.has(word) || [...words].some((one) => one.replace(/[.,;:-]+$/, '') === word);
                expect(isWhole || /^[1-9]$/.test(word), `${word} of ${name}`).toBe(true);
              }
            }
          }
          const numbers = section.documents.flatMap(({ number }) => (number === null ? [] : [number]));
          expect(numbers).toEqual(numbers.map((_, k) => k + 1));
          for (const { home, itemId } of section.references) {
            expect(home).not.toBe(section.id);
            const lives = made.sections.find(({ id }) => id === home)?.documents ?? [];
            expect(lives.find((one) => one.itemId === itemId)?.number).not.toBeNull();
          }
        }
        // The same input in another order is the same plan.
        expect(plan(items.toReversed(), { placements }).sections).toEqual(made.sections);
      }),
      { numRuns: 60 },
    );
  });
});

describe('the set of a review', () => {
  it('has a section for each recommendation in the letter’s order; an item lives under the first it answers', () => {
    const recommendation = (number: number, order: number, items: readonly string[]) => ({
      id: idOf(number),
      order,
      title: `Recommendation of ${order}`,
      text: '',
      items,
      createdAt: at,
      updatedAt: at,
    });
    const made = planAnswer({
      ...input([item(1), item(2), item(3)]),
      recommendations: [
        recommendation(102, 2, [idOf(1), idOf(2)]),
        recommendation(101, 1, [idOf(1), idOf(77)]),
      ],
    });
    expect(
      made.sections.map(({ label, documents }) => [label, documents.map(({ itemId }) => itemId)]),
    ).toEqual([
      ['Recommendation 1', [idOf(1)]],
      ['Recommendation 2', [idOf(2)]],
    ]);
    expect(made.sections[1]?.references[0]?.text).toBe('See Recommendation 1, document 1: Item 1');
    expect(made.totals.items).toBe(2);
  });
});
