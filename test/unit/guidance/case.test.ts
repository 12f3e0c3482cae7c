import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isFailure } from '#shared/domain/failure.ts';
import { guidOf } from '#shared/guidance/case/case-guids.ts';
import { fromCase } from '#shared/guidance/case/from-case.ts';
import { toCase } from '#shared/guidance/case/to-case.ts';
import { guidancePacks, packById } from '#shared/guidance/packs.ts';
import { largestGuidance, readGuidance } from '#shared/guidance/read-guidance.ts';

const hash = (text: string) => createHash('sha256').update(text).digest('hex');
const choice = { today: '2026-11-21', level: null };
const through = (value: unknown): unknown => JSON.parse(JSON.stringify(value));

const refusalOf = (work: () => unknown) => {
  try {
    work();
  } catch (thrown) {
    if (isFailure(thrown)) return { code: thrown.failure, ...thrown.data };
    throw thrown;
  }
  throw new Error('it was expected to be refused');
};
const refused = (value: unknown) => refusalOf(() => fromCase(value, choice));

const document = { identifier: 'd0000000-0000-0000-0000-000000000000', title: 'A framework (invented)' };
const item = (id: string, fullStatement = `Statement ${id}`, more: object = {}) => ({
  identifier: id,
  fullStatement,
  ...more,
});
const child = (from: string, to: string, sequenceNumber?: number) => ({
  associationType: 'isChildOf',
  originNodeURI: { identifier: from },
  destinationNodeURI: { identifier: to },
  ...(sequenceNumber === undefined ? {} : { sequenceNumber }),
});
const framework = (CFItems: readonly unknown[], CFAssociations: readonly unknown[] = []) => ({
  CFDocument: document,
  CFItems,
  CFAssociations,
});

describe('a pack as a CASE package', () => {
  it.each(guidancePacks.map((pack) => [pack.id, pack] as const))('%s comes back the same', (_, pack) => {
    const written = through(toCase(pack, hash));
    expect(fromCase(written, choice).pack).toEqual(pack);
    expect(fromCase({ CFPackage: written }, choice).pack).toEqual(pack);
    expect(toCase(pack, hash)).toEqual(written);
  });

  it('says what stands under what from the child, and names every part for ever', () => {
    const psychiatry = packById('general-psychiatry');
    if (psychiatry === undefined) throw new Error('no pack');
    const written = toCase(psychiatry, hash);
    const ids = [
      written.CFDocument.identifier,
      ...written.CFItems.map(({ identifier }) => identifier),
      ...written.CFAssociations.map(({ identifier }) => identifier),
    ];
    expect(new Set(ids).size).toBe(1 + 9 + 16 + 25);
    for (const id of ids)
      expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
    const [theme] = written.CFItems.filter(({ CFItemType }) => CFItemType === 'Theme');
    const above = written.CFAssociations.find(
      ({ originNodeURI }) => originNodeURI.identifier === theme?.identifier,
    );
    expect(above?.destinationNodeURI.title).toBe('Professional relationships and standards');
    // Neither the version nor the words of a part change its name.
    const newer = toCase({ ...psychiatry, version: '9.0.0', title: 'Psychiatry' }, hash);
    expect(newer.CFItems.map(({ identifier }) => identifier)).toEqual(
      written.CFItems.map(({ identifier }) => identifier),
    );
    expect(guidOf(hash, 'general-psychiatry/document')).toBe('8304a1e1-b04b-8f24-9e58-08f567bc3c39');
  });

  it('takes over what was edited elsewhere', () => {
    const pack = packById('emergency-medicine');
    if (pack === undefined) throw new Error('no pack');
    const written = toCase(pack, hash);
    const [first, ...others] = written.CFItems;
    const added = { identifier: 'new', humanCodingScheme: 'SLO13', fullStatement: 'Added elsewhere' };
    const edited = {
      ...written,
      CFItems: [{ ...first, fullStatement: 'Other words' }, ...others, added],
    };
    const { pack: read } = fromCase(through(edited), choice);
    expect(read.capabilities[0]).toMatchObject({ code: 'SLO1', title: 'Other words', kind: 'clinical' });
    expect(read.capabilities.at(-1)).toMatchObject({ code: 'SLO13', certainty: 'working', expectations: [] });
  });
});

describe('a framework of another system', () => {
  it('becomes capabilities and themes, in its order, with its own names kept', () => {
    const ids = ['a', 'b', 'c', 'd'].map((letter) => `0000000${letter}-0000-0000-0000-000000000000`);
    const [a = '', b = '', c = '', d = ''] = ids;
    const { pack, became } = fromCase(
      framework(
        [
          item(a, 'Second', { humanCodingScheme: 'X.2', CFItemType: 'Domain' }),
          item(b, 'First', { humanCodingScheme: 'X.1', CFItemType: 'Domain' }),
          item(c, 'Part', { CFItemType: 'Skill' }),
          item(d, 'Part of a part', { humanCodingScheme: 'a very long code.with.an.end.1' }),
        ],
        [
          child(a, document.identifier, 2),
          child(b, document.identifier, 1),
          child(c, a),
          child(d, c),
          child(d, b),
          { ...child(a, b), associationType: 'isRelatedTo' },
        ],
      ),
      choice,
    );
    expect(pack.capabilities.map(({ code, title }) => `${code} ${title}`)).toEqual([
      'X.1 First',
      'X.2 Second',
    ]);
    expect(pack.capabilities[1]?.themes.map(({ code, title }) => `${code} ${title}`)).toEqual([
      'T1 Part',
      'with.an.end.1 Part of a part',
    ]);
    expect(pack).toMatchObject({
      id: 'a-framework-invented',
      capabilityName: 'Domain',
      certainty: 'working',
    });
    expect(became.map(({ kind }) => kind)).toEqual([
      'capability',
      'capability',
      'theme',
      'theme',
      'elsewhere',
      'other-links',
    ]);
    const again = toCase(pack, hash);
    expect(again.CFDocument.identifier).toBe(document.identifier);
    expect(again.CFItems.map(({ identifier }) => identifier)).toEqual([b, a, c, d]);
    expect(fromCase(through(again), choice).pack).toEqual(pack);
  });

  it('can take its capabilities from a lower level', () => {
    const two = framework([item('g'), item('h'), item('x')], [child('x', 'g')]);
    expect(fromCase(two, choice).pack.capabilities).toHaveLength(2);
    const lower = fromCase(two, { ...choice, level: 2 });
    expect(lower.pack.capabilities.map(({ title }) => title)).toEqual(['Statement x', 'Statement h']);
    expect(lower.became[0]).toMatchObject({ kind: 'heading', from: 'Statement g' });
    // One item over all others is only a name.
    const one = framework([item('g'), item('x'), item('y')], [child('x', 'g'), child('y', 'g')]);
    expect(fromCase(one, choice).pack.capabilities).toHaveLength(2);
  });

  it('cuts what is too long and says so', () => {
    const long = 'word '.repeat(200);
    const { pack, became } = fromCase(
      framework([item('a', long), item('b', long, { abbreviatedStatement: 'Short' })]),
      choice,
    );
    expect(pack.capabilities[0]?.title).toHaveLength(400);
    expect(pack.capabilities[1]?.title).toBe('Short');
    expect(became.every(({ cut }) => cut)).toBe(true);
  });

  it('refuses circles, missing ends, heaps and other shapes, and says where', () => {
    expect(refused(framework([item('a'), item('b')], [child('a', 'b'), child('b', 'a')]))).toMatchObject({
      why: 'cycle',
    });
    expect(refused(framework([item('a')], [child('a', 'a')]))).toMatchObject({ why: 'cycle', at: 'a' });
    expect(refused(framework([item('a')], [child('a', 'z')]))).toMatchObject({
      why: 'missing-node',
      at: 'z',
    });
    expect(refused(framework([item('a')], [child('z', 'a')]))).toMatchObject({
      why: 'missing-node',
      at: 'z',
    });
    expect(refused(framework([item('a'), item('a')]))).toMatchObject({ why: 'wrong-shape', at: 'a' });
    expect(refused(framework([item(document.identifier)]))).toMatchObject({ why: 'wrong-shape' });
    expect(refused(framework([]))).toMatchObject({ why: 'no-items' });
    const many = (count: number) => Array.from({ length: count }, (_, at) => item(`i${at}`));
    expect(refused(framework(many(61)))).toMatchObject({ why: 'too-many', at: '61' });
    expect(refused(framework(many(5001)))).toMatchObject({ why: 'too-many', at: 'CFItems' });
    expect(refused({})).toMatchObject({ why: 'not-case' });
    expect(refused({ CFDocument: document, CFItems: [{}] })).toMatchObject({ why: 'wrong-shape' });
    expect(
      refused({ CFDocument: { ...document, extensions: { waymark: {} } }, CFItems: [item('a')] }),
    ).toMatchObject({
      why: 'not-a-pack',
    });
    const deep = many(5000);
    const chain = deep.slice(1).map(({ identifier }, at) => child(identifier, deep[at]?.identifier ?? ''));
    expect(
      fromCase(framework(deep, chain), { ...choice, level: 1 }).became.filter(
        ({ kind }) => kind === 'left-out',
      ),
    ).not.toEqual([]);
  });

  it('refuses any value in one way, or makes a pack of it', () => {
    const ids = fc.constantFrom('a', 'b', 'c', document.identifier);
    const odd = fc.oneof(
      fc.jsonValue(),
      fc.record({
        CFDocument: fc.record({ identifier: ids, title: fc.string({ minLength: 1 }), version: fc.string() }),
        CFItems: fc.array(
          fc.record({ identifier: ids, fullStatement: fc.string(), humanCodingScheme: fc.string() }),
        ),
        CFAssociations: fc.array(fc.tuple(ids, ids).map(([from, to]) => child(from, to))),
      }),
    );
    fc.assert(
      fc.property(odd, (value) => {
        try {
          expect(fromCase(value, choice).pack.capabilities.length).toBeGreaterThan(0);
        } catch (thrown) {
          expect(isFailure(thrown) && thrown.failure).toBe('GUIDANCE_REFUSED');
        }
      }),
    );
  });
});

describe('the text of a guidance file', () => {
  it('is a pack or a package, and nothing too large or broken', () => {
    const pack = packById('paediatrics');
    expect(readGuidance(`\uFEFF${JSON.stringify(pack)}`, 'json', choice).pack).toEqual(pack);
    expect(refusalOf(() => readGuidance('{', 'json', choice))).toMatchObject({ why: 'json' });
    expect(refusalOf(() => readGuidance('['.repeat(2_000_000), 'case', choice))).toMatchObject({
      why: 'json',
    });
    expect(refusalOf(() => readGuidance(' '.repeat(largestGuidance + 1), 'case', choice))).toMatchObject({
      why: 'too-large',
    });
    const [capability] = pack?.capabilities ?? [];
    const spoilt = { ...pack, capabilities: [{ ...capability, code: 'A B' }] };
    expect(refusalOf(() => readGuidance(JSON.stringify(spoilt), 'json', choice))).toEqual({
      code: 'INVALID',
      issues: [{ path: ['pack', 'capabilities', 0, 'code'], code: 'capability-code' }],
    });
  });
});
