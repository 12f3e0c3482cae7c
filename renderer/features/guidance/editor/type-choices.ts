import { evidenceTypeIds } from '#shared/domain/evidence-types.ts';
import { type TypesOf, typeTitle } from '#shared/domain/pack-types.ts';

/** Every type somebody can choose, under the names of the pack that is being written. */
export const typeChoices = (pack: TypesOf) =>
  evidenceTypeIds
    .filter((id) => id !== 'unsorted')
    .map((id) => ({ value: id as string, label: typeTitle(pack, id) }));
