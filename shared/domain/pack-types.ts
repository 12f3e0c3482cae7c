import { evidenceTypeById, evidenceTypes } from './evidence-fields.ts';
import type { EvidenceType } from './evidence-fields-types.ts';
import type { EvidenceTypeId } from './evidence-types.ts';
import type { GuidancePack } from './guidance-pack.ts';

export type TypesOf = Pick<GuidancePack, 'types'>;

/** What this guidance calls a type of evidence. */
export const typeTitle = ({ types }: TypesOf, id: EvidenceTypeId): string =>
  types?.find(({ type }) => type === id)?.title ?? evidenceTypeById(id).title;

/** The types offered for new evidence, under the guidance's own names. `unsorted` is what an item is before somebody chose. */
export const offeredTypes = (pack: TypesOf): readonly EvidenceType[] =>
  evidenceTypes
    .filter(
      ({ id }) =>
        id !== 'unsorted' && !pack.types?.some(({ type, hidden }) => type === id && hidden === true),
    )
    .map((type) => ({ ...type, title: typeTitle(pack, type.id) }));
