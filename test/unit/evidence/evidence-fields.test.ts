import { describe, expect, it } from 'vitest';
import { type Answer, type Details, detailsSchema, longestCell, mostRows } from '#shared/domain/evidence.ts';
import { answerText, answerTexts, totalOf } from '#shared/domain/evidence-answers.ts';
import {
  checkDetails,
  evidenceGroups,
  evidenceTypeById,
  evidenceTypes,
} from '#shared/domain/evidence-fields.ts';
import type { EvidenceField, FieldColumn } from '#shared/domain/evidence-fields-types.ts';
import { evidenceTypeIds } from '#shared/domain/evidence-types.ts';
import { runChartOf } from '#shared/domain/run-chart.ts';

const answers = {
  line: 'Sample',
  prose: 'Sample text',
  count: 3,
  number: 2.5,
  date: '2026-01-31',
  value: -2.5,
  'yes-no': false,
} as const;

const plain = ({ kind, options }: Pick<FieldColumn, 'kind' | 'options'>) =>
  kind === 'choice' ? (options?.[0]?.value ?? '') : answers[kind];
const answer = (field: EvidenceField): Answer =>
  field.kind === 'rows'
    ? [Object.fromEntries((field.columns ?? []).map((column) => [column.id, plain(column)])), {}]
    : plain({ ...field, kind: field.kind });

describe('evidence types', () => {
  it('describe the whole vocabulary in its order', () => {
    expect(evidenceTypes.map((type) => type.id)).toEqual(evidenceTypeIds);
    const groups = evidenceGroups.map((group) => group.id);
    expect(new Set(evidenceTypes.map((type) => type.group))).toEqual(new Set(groups));
  });

  it('ask what the type needs', () => {
    const fields = (id: (typeof evidenceTypeIds)[number]) =>
      evidenceTypeById(id).fields.map((field) => field.id);
    const asked = (id: (typeof evidenceTypeIds)[number]) =>
      evidenceTypeById(id).fields.flatMap((field) => (field.earlier === true ? [] : [field.id]));
    expect(asked('management')).toEqual(['responsibility', 'meetingsHeld', 'impact']);
    expect(asked('audit')).toEqual([
      'aim',
      'standard',
      'measure',
      'sampleSize',
      'baseline',
      'change',
      'changedOn',
      'reauditResult',
      'loopClosed',
      'unit',
      'points',
    ]);
    expect(asked('qi')).toEqual([
      'aim',
      'measure',
      'baseline',
      'changeIdea',
      'changedOn',
      'pdsa',
      'result',
      'unit',
      'points',
    ]);
    expect(asked('logbook')).toEqual(['counts', 'cases', 'period']);
    // What an earlier Waymark asked is still an answer.
    expect(fields('qi')).toEqual(expect.arrayContaining(['cycles', 'plan', 'do', 'study', 'act']));
    expect(fields('research')).toEqual(['kind', 'citation', 'doi', 'contribution', 'status']);
    for (const id of ['reflection', 'acat', 'logbook'] as const) expect(fields(id)).toContain('cases');
    for (const id of ['cbd', 'mini-cex', 'dops', 'acat', 'esle', 'supervised-event'] as const) {
      expect(fields(id)).toEqual(
        expect.arrayContaining([
          'assessor',
          'assessorRole',
          'setting',
          'caseSummary',
          'level',
          'feedback',
          'nextStep',
        ]),
      );
    }
  });

  it.each(evidenceTypes.map((type) => [type.id, type] as const))('%s is well formed', (_, type) => {
    const ids = type.fields.map((field) => field.id);
    expect(new Set(ids).size).toBe(ids.length);
    for (const field of type.fields) {
      const values = field.options?.map((option) => option.value) ?? [];
      expect([field.id, values.length > 0]).toEqual([field.id, field.kind === 'choice']);
      expect(new Set(values).size).toBe(values.length);
      expect(field.label.length).toBeLessThanOrEqual(60);
      expect([field.id, field.columns !== undefined]).toEqual([field.id, field.kind === 'rows']);
      const columns = (at: string) =>
        type.fields.find(({ id }) => id === at)?.columns?.map(({ id }) => id) ?? [];
      if (field.totalOf !== undefined) expect(columns(field.totalOf.rows)).toContain(field.totalOf.column);
      if (field.chart !== undefined) {
        expect(columns(field.id)).toEqual(expect.arrayContaining([field.chart.date, field.chart.value]));
        expect(ids).toContain(field.chart.changed);
      }
    }
    expect(type.uses.role).toBe(type.uses.roleLabel !== '');
    const details = Object.fromEntries(type.fields.map((field) => [field.id, answer(field)]));
    expect(detailsSchema.safeParse(details).success).toBe(true);
    expect(checkDetails(type.id, details)).toEqual([]);
  });
});

describe('checkDetails', () => {
  const codes = (type: (typeof evidenceTypeIds)[number], details: Details) =>
    checkDetails(type, details).map(({ path, code }) => `${path.join('.')} ${code}`);

  it('names each fault at its field', () => {
    expect(codes('logbook', {})).toEqual(['details.cases required']);
    expect(codes('logbook', { cases: '' })).toEqual(['details.cases required']);
    expect(codes('logbook', { cases: -1 })).toEqual(['details.cases negative']);
    expect(codes('logbook', { cases: 1.5 })).toEqual(['details.cases not-whole']);
    expect(codes('logbook', { cases: Number.NaN })).toEqual(['details.cases wrong-kind']);
    expect(codes('logbook', { cases: '12' })).toEqual(['details.cases wrong-kind']);
    expect(codes('reference', { kind: 'rumour' })).toEqual(['details.kind not-an-option']);
    expect(codes('development', { adopted: 'yes', adoptedOn: '31/12/2025' })).toEqual([
      'details.adopted wrong-kind',
      'details.adoptedOn not-a-date',
    ]);
    expect(codes('teaching', { topic: 'x'.repeat(401), feedback: true })).toEqual([
      'details.topic too-long',
      'details.feedback wrong-kind',
    ]);
    expect(codes('cbd', { horoscope: 'Leo', constructor: 'x' })).toEqual([
      'details.horoscope unknown-field',
      'details.constructor unknown-field',
    ]);
  });

  it('names a fault in a row at its cell, and knows rows from plain answers', () => {
    const points = [
      { on: '2026-03-01', value: 50 },
      {},
      { on: '1/3/2026', value: Number.NaN, horoscope: 'Leo' },
    ];
    expect(codes('qi', { points, aim: points, pdsa: 'two' })).toEqual([
      'details.aim wrong-kind',
      'details.pdsa wrong-kind',
      'details.points.2.on not-a-date',
      'details.points.2.value wrong-kind',
      'details.points.2.horoscope unknown-field',
    ]);
    expect(codes('logbook', { cases: 4, counts: [{ number: -4 }] })).toEqual([
      'details.counts.0.number negative',
    ]);
    expect(codes('qi', { points: Array.from({ length: mostRows + 1 }, () => ({})) })).toEqual([
      'details.points too-many',
    ]);
    expect(codes('qi', { pdsa: [{ plan: 'x'.repeat(longestCell + 1) }] })).toEqual([
      'details.pdsa.0.plan too-long',
    ]);
  });

  it('lets a doctor log first and fill in later', () => {
    const asked = evidenceTypes.filter((type) => checkDetails(type.id, {}).length > 0).map((type) => type.id);
    expect(asked).toEqual(['supervised-event', 'logbook', 'reference']);
  });
});

describe('answers', () => {
  const field = (type: (typeof evidenceTypeIds)[number], id: string) =>
    evidenceTypeById(type).fields.find((one) => one.id === id);

  it('are read as the form calls them, rows one to a line', () => {
    const rows = [
      { number: 40, kind: 'Chest drain', supervision: 'direct' },
      { number: 12, horoscope: 'Leo', kind: '' },
    ];
    expect(answerText(field('logbook', 'counts'), rows)).toBe(
      'Kind: Chest drain; Supervision: Supervised in the room; Number: 40\nNumber: 12; horoscope: Leo',
    );
    expect(answerText(undefined, rows)).toContain('number: 40; kind: Chest drain');
    expect(answerText(field('cpd', 'format'), 'exam')).toBe('Exam');
    expect(answerText(field('cpd', 'expiresOn'), '2026-01-31')).toBe('31/01/2026');
    expect(answerText(field('msf', 'selfRating'), false)).toBe('No');
    expect(answerTexts({ counts: rows, period: 'AMU', cases: 52 })).toEqual([
      'Chest drain',
      'direct',
      'Leo',
      'AMU',
    ]);
  });

  it('add up a column, whatever else is in it', () => {
    expect(totalOf([{ number: 40 }, {}, { number: 'many' }, { number: 2 }], 'number')).toBe(42);
    expect(totalOf([{ kind: 'Chest drain' }], 'number')).toBeNull();
    expect(totalOf([{ number: 1 }], 'constructor')).toBeNull();
  });
});

describe('a run chart', () => {
  const points = evidenceTypeById('qi').fields.find(({ id }) => id === 'points');
  const chart = (details: Details) => (points === undefined ? undefined : runChartOf(points, details));
  const measured = [
    { on: '2026-03-01', value: 70 },
    { on: '2026-01-01', value: 50, note: 'Baseline' },
    { on: '2026-02-01', value: 40 },
    { on: '2026-04-01', value: 80 },
    { on: 'soon', value: 90 },
    { on: '2026-05-01' },
  ];

  it('is in the order of its days, with the median of what was before the change', () => {
    expect(chart({ points: measured, changedOn: '2026-02-15' })).toEqual({
      points: [
        { on: '2026-01-01', value: 50, note: 'Baseline' },
        { on: '2026-02-01', value: 40, note: '' },
        { on: '2026-03-01', value: 70, note: '' },
        { on: '2026-04-01', value: 80, note: '' },
      ],
      median: 45,
      medianOf: 'before',
      changedOn: '2026-02-15',
    });
    expect(chart({ points: measured })).toMatchObject({ median: 60, medianOf: 'all', changedOn: null });
    expect(chart({ points: measured, changedOn: '2025-01-01' })).toMatchObject({
      median: 60,
      changedOn: null,
    });
    expect(chart({ points: measured.slice(0, 3) })).toMatchObject({ median: 50 });
  });

  it('wants two measurements', () => {
    expect(chart({ points: measured.slice(0, 1) })).toBeNull();
    expect(chart({ points: 'many' })).toBeNull();
    expect(chart({})).toBeNull();
  });
});
