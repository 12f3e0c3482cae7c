import { z } from 'zod';
import {
  type EvidenceFilter,
  type EvidenceSort,
  evidenceFilterSchema,
  evidenceSortSchema,
} from '#shared/domain/evidence-list/query.ts';

const filter = evidenceFilterSchema.shape;
const sort = evidenceSortSchema.shape;

/**
 * What the list's address carries, so that a filtered list can be linked to, reloaded and come back to. A part that
 * makes no sense is left out rather than refused: an old link still opens the list.
 */
export const listSearchSchema = z.object({
  text: filter.text.optional().catch(undefined),
  types: filter.types.optional().catch(undefined),
  capability: filter.capability.optional().catch(undefined),
  verified: filter.verified.optional().catch(undefined),
  trash: filter.trash.optional().catch(undefined),
  by: sort.by.optional().catch(undefined),
  direction: sort.direction.optional().catch(undefined),
});
export type ListSearch = z.output<typeof listSearchSchema>;

export const newestFirst: EvidenceSort = { by: 'startedOn', direction: 'descending' };

export const filterOf = (search: ListSearch): EvidenceFilter => ({
  text: search.text ?? '',
  types: search.types ?? [],
  capability: search.capability ?? null,
  verified: search.verified ?? null,
  trash: search.trash ?? false,
});

export const sortOf = (search: ListSearch): EvidenceSort =>
  search.by === undefined
    ? newestFirst
    : { by: search.by, direction: search.direction ?? firstDirection(search.by) };

/** Dates start with the newest, words with A. */
const firstDirection = (by: EvidenceSort['by']): EvidenceSort['direction'] =>
  by === 'startedOn' || by === 'updatedAt' ? 'descending' : 'ascending';

/** The sort after a header's button was pressed: a new column starts its own way, the same one turns round. */
export function nextSort(current: EvidenceSort, by: EvidenceSort['by']): EvidenceSort {
  if (current.by !== by) return { by, direction: firstDirection(by) };
  return { by, direction: current.direction === 'ascending' ? 'descending' : 'ascending' };
}

/** Whether anything narrows the list. The trash is another list, not a filter. */
export const isNarrowed = (search: ListSearch): boolean =>
  (search.text ?? '') !== '' ||
  (search.types ?? []).length > 0 ||
  (search.capability ?? null) !== null ||
  (search.verified ?? null) !== null;

/** The address without its empty parts. */
export function tidy(search: ListSearch): ListSearch {
  const { text, types, capability, verified, trash, by, direction } = search;
  return {
    ...(text === undefined || text === '' ? {} : { text }),
    ...(types === undefined || types.length === 0 ? {} : { types }),
    ...(capability === undefined || capability === null ? {} : { capability }),
    ...(verified === undefined || verified === null ? {} : { verified }),
    ...(trash === true ? { trash } : {}),
    ...(by === undefined ? {} : { by }),
    ...(direction === undefined ? {} : { direction }),
  };
}
