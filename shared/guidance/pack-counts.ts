import { evidenceTypeById } from '#shared/domain/evidence-fields.ts';
import type { Expectation } from '#shared/domain/guidance-pack.ts';
import { type FaultPath, type PackFault, pathText } from './schema-faults.ts';

/** The code of what is wrong with a narrowed count, with the key it is wrong at. */
function onlyFault({ only, types }: Expectation): readonly [key: string, code: string] | null {
  if (only === undefined) return null;
  if (types.length === 0) return ['field', 'needs-types'];
  const fields = types.map((type) => evidenceTypeById(type).fields.find((field) => field.id === only.field));
  if (fields.some((field) => field === undefined)) return ['field', 'unknown-field'];
  if (fields.some((field) => field?.kind !== 'choice')) return ['field', 'not-a-choice'];
  const offered = fields.every((field) => field?.options?.some((option) => option.value === only.value));
  return offered ? null : ['value', 'not-an-option'];
}

/** Faults of one expectation whose count no portfolio could ever reach, or only by mistake. */
export function countFaults(expectation: Expectation, path: FaultPath): readonly PackFault[] {
  const { types, unit, atLeast } = expectation;
  const faults: PackFault[] = [];
  const add = (code: string, ...keys: FaultPath) => {
    faults.push({ path: pathText([...path, ...keys]), code });
  };
  types.forEach((type, index) => {
    const { fields, uses } = evidenceTypeById(type);
    if (types.indexOf(type) !== index) add('duplicate-type', 'types', index);
    if (unit === 'cases' && !fields.some((field) => field.id === 'cases')) add('no-cases', 'types', index);
    if (unit === 'hours' && !uses.hours) add('no-hours', 'types', index);
  });
  const only = onlyFault(expectation);
  if (only !== null) add(only[1], 'only', only[0]);
  if (unit !== 'hours' && !Number.isInteger(atLeast)) add('not-whole', 'atLeast');
  if (unit === 'kinds' && types.length > 0 && atLeast > types.length) add('out-of-reach', 'atLeast');
  return faults;
}
