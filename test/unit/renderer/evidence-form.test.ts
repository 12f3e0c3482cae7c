import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { checkDraft } from '#renderer/features/evidence/form/check-draft.ts';
import { blankDraft, draftOf, type EvidenceDraft } from '#renderer/features/evidence/form/draft.ts';
import { choiceHint, wantedTypes } from '#renderer/features/evidence/form/guidance.ts';
import { fieldOf } from '#renderer/features/evidence/form/labels.ts';
import { detailsFrom, newItemSearchSchema } from '#renderer/features/evidence/form/new-item-search.ts';
import { issueWords } from '#renderer/text/issue-words.ts';
import type { CapabilityCoverage } from '#shared/domain/coverage/types.ts';
import { type EvidenceItem, evidenceInputSchema } from '#shared/domain/evidence.ts';
import { checkDetails, evidenceTypes } from '#shared/domain/evidence-fields.ts';
import { evidenceTypeIds } from '#shared/domain/evidence-types.ts';
import { createInTurn } from '#shared/domain/in-turn.ts';

const written = (part: Partial<EvidenceDraft> = {}): EvidenceDraft => ({
  ...blankDraft('dops', 'IM7'),
  title: 'Lumbar puncture',
  startedOn: '2026-03-01',
  ...part,
});
const codes = (draft: EvidenceDraft) =>
  checkDraft(draft).problems.map(({ path, code }) => `${path.join('.')} ${code}`);

describe('a draft', () => {
  test('of a title and a date is enough', () => {
    expect(checkDraft(written()).input).toMatchObject({
      title: 'Lumbar puncture',
      links: [{ capability: 'IM7' }],
    });
  });

  test('says what is missing, in the order of the form', () => {
    expect(codes(blankDraft('logbook', null))).toEqual([
      'title required',
      'startedOn required',
      'details.cases required',
    ]);
  });

  test('is not saved with an end before its start, or with a date half typed', () => {
    expect(codes(written({ type: 'audit', endedOn: '2026-02-01' }))).toEqual(['endedOn end-before-start']);
    expect(codes(written({ startedOn: '1/3/20' }))).toEqual(['startedOn date']);
  });

  test('keeps out answers its type does not ask for, and gives them back with the type', () => {
    const both = written({
      type: 'audit',
      hours: 3,
      details: { aim: 'Fluids', procedure: 'LP', loopClosed: false },
    });
    expect(checkDraft(both).input).toMatchObject({ hours: 3, details: { aim: 'Fluids', loopClosed: false } });
    expect(checkDraft({ ...both, type: 'dops' }).input).toMatchObject({
      hours: null,
      details: { procedure: 'LP' },
    });
  });

  test('saves rows without the blank ones, names a fault in a row at its own place, and adds up', () => {
    const blank = { kind: null, number: null, period: '  ' };
    const rows = [blank, { kind: 'LP', number: 12 }, blank, { kind: 'Drain', number: 8, period: 'AMU' }];
    const logbook = written({ type: 'logbook', details: { counts: rows, cases: 3 } });
    expect(checkDraft(logbook).input?.details).toEqual({
      counts: [
        { kind: 'LP', number: 12 },
        { kind: 'Drain', number: 8, period: 'AMU' },
      ],
      cases: 20,
    });
    const half = written({ type: 'qi', details: { points: [blank, { on: '1/3/20', value: 4 }] } });
    expect(checkDraft(half).problems).toEqual([{ path: ['details', 'points', 1, 'on'], code: 'not-a-date' }]);
    expect(fieldOf('qi', { path: ['details', 'points', 1, 'on'], code: 'not-a-date' })).toEqual({
      name: 'details.points.1.on',
      label: 'Measurements, 2: Date',
    });
    expect(checkDraft(written({ type: 'qi', details: { points: [blank] } })).input?.details).toEqual({});
    // Without rows the number itself is the answer.
    expect(checkDraft(written({ type: 'logbook', details: { cases: 3 } })).input?.details).toEqual({
      cases: 3,
    });
  });

  test('with a verification that is only begun is saved without it, and says so', () => {
    const begun = written({ verification: { by: 'Dr Sample', on: '', institution: '' } });
    expect(checkDraft(begun)).toMatchObject({ input: { verification: null }, heldBack: true });
    const whole = { by: 'Dr Sample', on: '2026-03-02', institution: 'Sample Hospital' };
    expect(checkDraft(written({ verification: whole }))).toMatchObject({
      input: { verification: whole },
      heldBack: false,
    });
  });

  test('that may be saved is one the app takes, for every type', () => {
    const answer = fc.oneof(
      fc.string(),
      fc.integer({ min: -5, max: 500 }),
      fc.double({ noNaN: true }),
      fc.boolean(),
      fc.constant(null),
      fc.array(
        fc.dictionary(
          fc.constantFrom('on', 'value', 'plan', 'number', '__proto__'),
          fc.oneof(fc.string(), fc.integer(), fc.constant(null)),
        ),
        { maxLength: 4 },
      ),
    );
    const ids = evidenceTypes.flatMap(({ fields }) => fields.map(({ id }) => id));
    const draft = fc.record({
      type: fc.constantFrom(...evidenceTypeIds),
      title: fc.string({ maxLength: 250 }),
      startedOn: fc.constantFrom('', '2026-03-01', '31/02/2026'),
      endedOn: fc.constantFrom(null, '2026-02-01', '2026-04-01', 'x'),
      hours: fc.option(fc.double({ noNaN: true })),
      details: fc.dictionary(fc.constantFrom(...ids), answer),
    });
    fc.assert(
      fc.property(draft, (part) => {
        const { input, problems } = checkDraft({ ...blankDraft('audit', null), ...part });
        expect(input === null).toBe(problems.length > 0);
        if (input === null) return;
        expect(evidenceInputSchema.parse(input)).toEqual(input);
        expect(checkDetails(input.type, input.details)).toEqual([]);
      }),
    );
  });

  test('of an item that is kept saves as the same item', () => {
    const { input } = checkDraft(written({ reflection: 'Two tries.' }));
    if (input === null) throw new Error('not valid');
    const at = '2026-03-01T10:00:00.000Z';
    const item: EvidenceItem = {
      ...input,
      id: crypto.randomUUID(),
      createdAt: at,
      updatedAt: at,
      trashedAt: null,
    };
    expect(checkDraft(draftOf(item)).input).toEqual(input);
  });
});

describe('problems', () => {
  test('are named as their fields are', () => {
    expect(fieldOf('audit', { path: ['startedOn'], code: 'required' })).toEqual({
      name: 'startedOn',
      label: 'Start date',
    });
    expect(fieldOf('logbook', { path: ['details', 'cases'], code: 'required' })).toEqual({
      name: 'details.cases',
      label: 'Number of cases',
    });
  });

  test.each(['not-whole', 'file-missing', 'linked-twice', 'not-an-option'])(
    '%s has words of its own',
    (code) => {
      expect(issueWords(code)).not.toBe(issueWords('invalid'));
    },
  );
});

describe('saves', () => {
  test('run one after another, also after one that failed', async () => {
    const inTurn = createInTurn();
    const seen: string[] = [];
    let release: () => void = () => undefined;
    const first = inTurn(async () => {
      seen.push('first begins');
      await new Promise<void>((done) => {
        release = done;
      });
      seen.push('first ends');
      throw new Error('refused');
    });
    const second = inTurn(async () => {
      seen.push('second');
      return 2;
    });
    await Promise.resolve();
    expect(seen).toEqual(['first begins']);
    release();
    await expect(first).rejects.toThrow('refused');
    await expect(second).resolves.toBe(2);
    expect(seen).toEqual(['first begins', 'first ends', 'second']);
  });
});

describe('a new item’s address', () => {
  test('starts the item with what it names', () => {
    expect(newItemSearchSchema.parse({ type: 'dops', capability: 'IM7' })).toEqual({
      type: 'dops',
      capability: 'IM7',
    });
    expect(detailsFrom('supervised-event', 'tool:mcr')).toEqual({ tool: 'mcr' });
  });

  test('with nonsense in it starts an empty one', () => {
    expect(newItemSearchSchema.parse({ type: 'nonsense', capability: 'a b', answer: 7 })).toEqual({});
    expect(detailsFrom('supervised-event', 'tool:nonsense')).toEqual({});
    expect(detailsFrom('supervised-event', '__proto__:x')).toEqual({});
    expect(detailsFrom(null, 'tool:mcr')).toEqual({});
  });
});

describe('hints', () => {
  const result = (
    id: string,
    types: CapabilityCoverage['expectations'][number]['expectation']['types'],
    met: boolean,
  ) => ({
    expectation: {
      id,
      title: `Rule ${id}`,
      types,
      atLeast: 2,
      unit: 'items' as const,
      withinYears: null,
      note: '',
      certainty: 'certain' as const,
      source: 's',
    },
    have: met ? 2 : 1,
    met,
    countsFrom: '2021-02-01',
    tooOld: 0,
    maintained: 0,
    tooEarly: 0,
  });
  const coverage = (items: number): CapabilityCoverage => ({
    code: 'IM7',
    strength: 'thin',
    items,
    inWindow: items,
    maintained: 0,
    tooOld: 0,
    tooEarly: 0,
    expiring: 0,
    verified: 0,
    unverified: 0,
    anonymised: 0,
    unanonymised: 0,
    drafts: 0,
    kinds: 1,
    newestOn: null,
    expectations: [result('a', ['cpd'], true), result('b', ['dops'], false), result('c', [], false)],
    gaps: [],
  });

  test('name the rule that still wants this type', () => {
    expect(choiceHint(coverage(1), 'dops')).toBe('Still wanted: Rule b (1 of 2 items)');
    expect(choiceHint(coverage(1), 'cpd')).toBeUndefined();
    expect(choiceHint(coverage(0), 'cpd')).toBe('Nothing is linked here yet');
  });

  test('put the types that are still wanting first', () => {
    expect(wantedTypes(coverage(1))).toEqual(['dops', 'cpd']);
    expect(wantedTypes(undefined)).toEqual([]);
  });
});
