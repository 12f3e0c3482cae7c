import type { Expectation, GuidancePack } from '#shared/domain/guidance-pack.ts';
import { countFaults } from './pack-counts.ts';
import { type FaultPath, type PackFault, pathText } from './schema-faults.ts';

type Placed<T> = { readonly value: T; readonly path: FaultPath };

const placed = <T>(values: readonly T[], ...path: FaultPath): readonly Placed<T>[] =>
  values.map((value, index) => ({ value, path: [...path, index] }));

/** Every expectation of a pack with its place: capabilities' first, then the whole portfolio's. */
function expectationsOf(pack: GuidancePack): readonly Placed<Expectation>[] {
  return [
    ...pack.capabilities.flatMap((capability, index) =>
      placed(capability.expectations, 'capabilities', index, 'expectations'),
    ),
    ...placed(pack.expectations, 'expectations'),
  ];
}

/** The second and later holders of the same name, told apart without regard to case. */
function repeats(names: readonly Placed<string>[], code: string): readonly PackFault[] {
  const seen = new Set<string>();
  return names.flatMap(({ value, path }) => {
    const name = value.toLowerCase();
    if (seen.has(name)) return [{ path: pathText(path), code }];
    seen.add(name);
    return [];
  });
}

const named = <T>(values: readonly Placed<T>[], key: keyof T & string, name: (value: T) => string) =>
  values.map(({ value, path }) => ({ value: name(value), path: [...path, key] }));

type Sourced = { readonly source: string };

function sourced(pack: GuidancePack): readonly Placed<Sourced>[] {
  return [
    { value: pack, path: [] },
    { value: pack.window, path: ['window'] },
    ...pack.capabilities.flatMap((capability, index) => [
      { value: capability, path: ['capabilities', index] },
      ...placed(capability.themes, 'capabilities', index, 'themes'),
      ...placed(capability.gpc, 'capabilities', index, 'gpc'),
      ...placed(capability.gmp, 'capabilities', index, 'gmp'),
    ]),
    ...expectationsOf(pack),
    ...placed(pack.reminders, 'reminders'),
    ...applicationFacts(pack),
  ];
}

function applicationFacts({ application }: GuidancePack): readonly Placed<Sourced>[] {
  if (application === undefined) return [];
  const { sections, ...rules } = application;
  return [
    ...placed(sections ?? [], 'application', 'sections'),
    ...Object.entries(rules).flatMap(([name, value]) =>
      value === undefined ? [] : [{ value, path: ['application', name] }],
    ),
  ];
}

/** Faults a schema cannot see: names used twice, names that lead nowhere, and counts that nothing could reach. */
export function referenceFaults(pack: GuidancePack): readonly PackFault[] {
  const sources = new Set(pack.sources.map((source) => source.id));
  const codes = new Set(pack.capabilities.map((capability) => capability.code));
  const capabilities = placed(pack.capabilities, 'capabilities');
  const themes = pack.capabilities.flatMap((capability, index) =>
    placed(capability.themes, 'capabilities', index, 'themes'),
  );
  const expectations = expectationsOf(pack);
  const reminders = placed(pack.reminders, 'reminders');
  return [
    ...repeats(
      named(placed(pack.sources, 'sources'), 'id', (source) => source.id),
      'duplicate-source',
    ),
    ...repeats(
      named(capabilities, 'code', (capability) => capability.code),
      'duplicate-capability',
    ),
    ...repeats(
      named(themes, 'code', (theme) => theme.code),
      'duplicate-theme',
    ),
    ...repeats(
      named(expectations, 'id', (expectation) => expectation.id),
      'duplicate-expectation',
    ),
    ...repeats(
      named(reminders, 'id', (reminder) => reminder.id),
      'duplicate-reminder',
    ),
    ...repeats(
      named(placed(pack.types ?? [], 'types'), 'type', ({ type }) => type),
      'duplicate-type',
    ),
    ...repeats(
      named(placed(pack.identifiers ?? [], 'identifiers'), 'of', ({ of }) => of),
      'duplicate-identifier',
    ),
    ...repeats(
      named(placed(pack.application?.sections ?? [], 'application', 'sections'), 'id', ({ id }) => id),
      'duplicate-section',
    ),
    ...sourced(pack).flatMap(({ value, path }) =>
      sources.has(value.source) ? [] : [{ path: pathText([...path, 'source']), code: 'unknown-source' }],
    ),
    ...reminders.flatMap(({ value, path }) =>
      value.capability === null || codes.has(value.capability)
        ? []
        : [{ path: pathText([...path, 'capability']), code: 'unknown-capability' }],
    ),
    ...expectations.flatMap(({ value, path }) => countFaults(value, path)),
  ];
}
