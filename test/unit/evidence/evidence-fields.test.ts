import { describe, expect, it } from 'vitest';
import { detailsSchema } from '#shared/domain/evidence.ts';
import {
  checkDetails,
  evidenceGroups,
  evidenceTypeById,
  evidenceTypes,
} from '#shared/domain/evidence-fields.ts';
import { evidenceTypeIds } from '#shared/domain/evidence-types.ts';

const answers = {
  line: 'Sample',
  prose: 'Sample text',
  count: 3,
  number: 2.5,
  date: '2026-01-31',
  'yes-no': false,
} as const;

describe('evidence types', () => {
  it('describe the whole vocabulary in its order', () => {
    expect(evidenceTypes.map((type) => type.id)).toEqual(evidenceTypeIds);
    const groups = evidenceGroups.map((group) => group.id);
    expect(new Set(evidenceTypes.map((type) => type.group))).toEqual(new Set(groups));
  });

  it('ask what the type needs', () => {
    const fields = (id: (typeof evidenceTypeIds)[number]) =>
      evidenceTypeById(id).fields.map((field) => field.id);
    expect(fields('management')).toEqual(['responsibility', 'meetings', 'impact']);
    expect(fields('audit')).toEqual([
      'aim',
      'standard',
      'sampleSize',
      'baseline',
      'change',
      'reauditResult',
      'loopClosed',
    ]);
    expect(fields('qi')).toEqual(
      expect.arrayContaining(['aim', 'measure', 'plan', 'do', 'study', 'act', 'result']),
    );
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
    }
    expect(type.uses.role).toBe(type.uses.roleLabel !== '');
    const details = Object.fromEntries(
      type.fields.map((field) => [
        field.id,
        field.kind === 'choice' ? (field.options?.[0]?.value ?? '') : answers[field.kind],
      ]),
    );
    expect(detailsSchema.safeParse(details).success).toBe(true);
    expect(checkDetails(type.id, details)).toEqual([]);
  });
});

describe('checkDetails', () => {
  const codes = (
    type: (typeof evidenceTypeIds)[number],
    details: Record<string, string | number | boolean>,
  ) => checkDetails(type, details).map(({ path, code }) => `${path.join('.')} ${code}`);

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

  it('lets a doctor log first and fill in later', () => {
    const asked = evidenceTypes.filter((type) => checkDetails(type.id, {}).length > 0).map((type) => type.id);
    expect(asked).toEqual(['supervised-event', 'logbook', 'reference']);
  });
});
