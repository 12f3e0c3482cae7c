import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { evidenceTypes } from '#shared/domain/evidence-fields.ts';
import { checkPack } from '#shared/guidance/check-pack.ts';

const page = readFileSync(new URL('../../../docs/guidance-packs.md', import.meta.url), 'utf8');
const example: unknown = JSON.parse(/```json\n([\s\S]*?)```/.exec(page)?.[1] ?? 'null');

type Step = string | number;
/** A copy of the example with one place changed; undefined takes the key out. */
function changed(path: readonly Step[], value: unknown): unknown {
  const copy = structuredClone(example);
  let at = copy as Record<Step, unknown>;
  for (const step of path.slice(0, -1)) at = at[step] as Record<Step, unknown>;
  const key = path.at(-1) ?? '';
  if (value === undefined) delete at[key];
  else at[key] = value;
  return copy;
}
const faults = (value: unknown) => {
  const check = checkPack(value);
  return check.ok ? [] : check.faults.map(({ path, code }) => `${path}: ${code}`);
};
const first = ['capabilities', 0] as const;
const firstRule = [...first, 'expectations', 0] as const;
const report = ['expectations', 0] as const;
const get = (path: readonly Step[]): unknown =>
  path.reduce<unknown>((at, step) => (at as Record<Step, unknown>)[step], example);
/** A list with its first value once more at the end. */
const repeated = (path: readonly Step[]) => [...(get(path) as unknown[]), (get(path) as unknown[])[0]];

describe('the documented example', () => {
  it('is a pack', () => {
    expect(faults(example)).toEqual([]);
  });

  it('stands on a page that names every evidence type and every fault', () => {
    for (const { id } of evidenceTypes) expect(page).toContain(`\`${id}\``);
    const sources = ['check-pack', 'schema-faults', 'pack-references', 'pack-counts'].map((name) =>
      readFileSync(new URL(`../../../shared/guidance/${name}.ts`, import.meta.url), 'utf8'),
    );
    const codes = sources.flatMap((text) =>
      [...text.matchAll(/(?:return|add\(|\? 'missing' :|code:|, ) ?'([a-z]+(?:-[a-z]+)+)'/g)].map(
        (match) => match[1] ?? '',
      ),
    );
    expect(codes.length).toBeGreaterThan(15);
    for (const code of codes) expect(page).toContain(`\`${code}\``);
  });
});

describe('checkPack', () => {
  const spoilt: readonly (readonly [readonly Step[], unknown, string])[] = [
    [['format'], 'waymark-guidance-2', 'format: not-an-option'],
    [['format'], undefined, 'format: missing'],
    [['id'], 'Sample Medicine', 'id: pack-id'],
    [['version'], '1.0', 'version: pack-version'],
    [['title'], '', 'title: too-small'],
    [['notice'], 'x'.repeat(1201), 'notice: too-large'],
    [['certainty'], 'sure', 'certainty: not-an-option'],
    [['colour'], 'blue', 'colour: unknown-key'],
    [['odd key'], 1, '["odd key"]: unknown-key'],
    [['source'], 'nowhere', 'source: unknown-source'],
    [['window'], undefined, 'window: missing'],
    [['window', 'years'], '5', 'window.years: wrong-kind'],
    [['window', 'years'], 0, 'window.years: too-small'],
    [['window', 'source'], 'nowhere', 'window.source: unknown-source'],
    [['capabilities'], [], 'capabilities: too-small'],
    [['capabilities'], null, 'capabilities: wrong-kind'],
    [['capabilities'], repeated(['capabilities']), 'capabilities[1].code: duplicate-capability'],
    [[...first, 'code'], 'S 1', 'capabilities[0].code: capability-code'],
    [[...first, 'gmp', 0, 'edition'], 2019, 'capabilities[0].gmp[0].edition: not-an-option'],
    [[...first, 'gpc', 0, 'domain'], 10, 'capabilities[0].gpc[0].domain: too-large'],
    [[...first, 'gpc', 0, 'source'], 'nowhere', 'capabilities[0].gpc[0].source: unknown-source'],
    [[...first, 'themes'], repeated([...first, 'themes']), 'capabilities[0].themes[1].code: duplicate-theme'],
    [[...firstRule, 'source'], 'nowhere', 'capabilities[0].expectations[0].source: unknown-source'],
    [[...firstRule, 'types', 0], 'tarot', 'capabilities[0].expectations[0].types[0]: not-an-option'],
    [[...firstRule, 'types'], ['cbd', 'cbd'], 'capabilities[0].expectations[0].types[1]: duplicate-type'],
    [[...firstRule, 'atLeast'], 1.5, 'capabilities[0].expectations[0].atLeast: not-whole'],
    [[...firstRule, 'unit'], 'kinds', 'capabilities[0].expectations[0].atLeast: out-of-reach'],
    [[...firstRule, 'unit'], 'cases', 'capabilities[0].expectations[0].types[0]: no-cases'],
    [[...firstRule, 'unit'], 'hours', 'capabilities[0].expectations[0].types[0]: no-hours'],
    [[...firstRule, 'withinYears'], undefined, 'capabilities[0].expectations[0].withinYears: missing'],
    [[...report, 'id'], 's1-cbd', 'expectations[0].id: duplicate-expectation'],
    [[...report, 'only', 'value'], 'rumour', 'expectations[0].only.value: not-an-option'],
    [[...report, 'only', 'field'], 'colour', 'expectations[0].only.field: unknown-field'],
    [[...report, 'only', 'field'], 'from', 'expectations[0].only.field: not-a-choice'],
    [[...report, 'only', 'field'], 'a b', 'expectations[0].only.field: detail-key'],
    [[...report, 'types'], [], 'expectations[0].only.field: needs-types'],
    [['reminders', 0, 'capability'], 'S9', 'reminders[0].capability: unknown-capability'],
    [['reminders'], repeated(['reminders']), 'reminders[1].id: duplicate-reminder'],
    [['sources', 0, 'url'], 'not a url', 'sources[0].url: wrong-format'],
    [['sources', 0, 'readOn'], '19/11/2026', 'sources[0].readOn: wrong-format'],
    [['sources'], repeated(['sources']), 'sources[2].id: duplicate-source'],
  ];
  it.each(spoilt.map(([path, value, fault]) => [fault, path, value] as const))(
    'finds %s',
    (fault, path, value) => {
      expect(faults(changed(path, value))).toContain(fault);
    },
  );

  it('tells capabilities apart without regard to case', () => {
    const capability = get(first) as object;
    const twin = { ...capability, code: 's1', themes: [], expectations: [] };
    expect(faults(changed(['capabilities'], [capability, twin]))).toEqual([
      'capabilities[1].code: duplicate-capability',
    ]);
  });

  it('reports every fault, up to a hundred', () => {
    const keys = Object.fromEntries(Array.from({ length: 500 }, (_, n) => [`key${n}`, n]));
    expect(faults({ ...(example as object), ...keys })).toHaveLength(100);
    const two = structuredClone(changed(['id'], 'A B')) as Record<string, unknown>;
    two.version = 'x';
    expect(faults(two)).toEqual(['id: pack-id', 'version: pack-version']);
  });

  it('never throws and never accepts what is no pack', () => {
    expect(faults(undefined)).toEqual([': missing']);
    expect(faults('pack')).toEqual([': wrong-kind']);
    fc.assert(fc.property(fc.jsonValue(), (value) => !checkPack(value).ok));
  });
});
