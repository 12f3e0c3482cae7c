import { z } from 'zod';
import { withoutSpan, withTerm } from '#shared/domain/evidence-list/query/edit.ts';
import { parseQuery, type QueryContext } from '#shared/domain/evidence-list/query/parse.ts';
import { printTerm } from '#shared/domain/evidence-list/query/print.ts';
import type { QueryTerm } from '#shared/domain/evidence-list/query/terms.ts';
import {
  type EvidenceFilter,
  type EvidenceSort,
  evidenceFilterSchema,
  evidenceSortSchema,
  type Grouping,
  groupingSchema,
  type SortKey,
} from '#shared/domain/evidence-list/query.ts';

const filter = evidenceFilterSchema.shape;
const sort = evidenceSortSchema.shape;

/**
 * What the list's address carries, so that a filtered list can be linked to, reloaded and come back to. A part that
 * makes no sense is left out rather than refused: an old link still opens the list. `types`, `capability` and `verified`
 * are for whoever links here; the list itself keeps everything in `text`.
 */
export const listSearchSchema = z.object({
  text: filter.text.optional().catch(undefined),
  types: filter.types.optional().catch(undefined),
  capability: filter.capability.optional().catch(undefined),
  verified: filter.verified.optional().catch(undefined),
  trash: filter.trash.optional().catch(undefined),
  by: sort.by.optional().catch(undefined),
  direction: sort.direction.optional().catch(undefined),
  group: groupingSchema.optional().catch(undefined),
});
export type ListSearch = z.output<typeof listSearchSchema>;

export const newestFirst: EvidenceSort = { by: 'startedOn', direction: 'descending' };

/** The search as one text: what other screens linked here with stands in it as if it had been typed. */
export function textOf(search: ListSearch): string {
  const linked: QueryTerm[] = [];
  if (search.types !== undefined && search.types.length > 0)
    linked.push({ kind: 'type', types: search.types, not: false });
  if (search.capability !== undefined && search.capability !== null)
    linked.push({ kind: 'cap', codes: [search.capability], not: false });
  if (search.verified !== undefined && search.verified !== null)
    linked.push({ kind: 'verified', is: search.verified, not: false });
  return linked.reduce(withTerm, search.text ?? '').slice(0, longestText);
}

export const longestText = filter.text.maxLength ?? 500;

export const filterOf = (search: ListSearch): EvidenceFilter => ({
  text: textOf(search),
  types: [],
  capability: null,
  verified: null,
  trash: search.trash ?? false,
});

export const sortOf = (search: ListSearch): EvidenceSort =>
  search.by === undefined
    ? newestFirst
    : { by: search.by, direction: search.direction ?? firstDirection(search.by) };

const largestFirst: ReadonlySet<SortKey> = new Set(['startedOn', 'updatedAt', 'match', 'hours', 'files']);

/** Dates start with the newest, numbers with the most, words with A. */
const firstDirection = (by: EvidenceSort['by']): EvidenceSort['direction'] =>
  largestFirst.has(by) ? 'descending' : 'ascending';

/** The sort after a header's button was pressed: a new column starts its own way, the same one turns round. */
export function nextSort(current: EvidenceSort, by: EvidenceSort['by']): EvidenceSort {
  if (current.by !== by) return { by, direction: firstDirection(by) };
  return { by, direction: current.direction === 'ascending' ? 'descending' : 'ascending' };
}

/** Whether anything narrows the list. The trash is another list, not a filter. */
export const isNarrowed = (search: ListSearch): boolean => textOf(search).trim() !== '';

export const groupOf = (search: ListSearch): Grouping | null => search.group ?? null;

/** The address without its empty parts, everything that narrows in its text. */
export function tidy(search: ListSearch): ListSearch {
  const { trash, by, direction, group } = search;
  const text = textOf(search);
  return {
    ...(text === '' ? {} : { text }),
    ...(trash === true ? { trash } : {}),
    ...(by === undefined ? {} : { by }),
    ...(direction === undefined ? {} : { direction }),
    ...(group === undefined ? {} : { group }),
  };
}

/** The terms of one kind that narrow to what they ask, as a choice shows them. */
export const termsOfKind = <K extends QueryTerm['kind']>(text: string, kind: K, context: QueryContext) =>
  parseQuery(text, context).terms.flatMap(({ term }) =>
    term.kind === kind && !term.not ? [term as Extract<QueryTerm, { readonly kind: K }>] : [],
  );

/** The text with this term in place of those of its kind, where the first of them stood; null takes them away. */
export function withChoice(
  text: string,
  kind: QueryTerm['kind'],
  term: QueryTerm | null,
  context: QueryContext,
): string {
  const places = parseQuery(text, context).terms.filter((one) => one.term.kind === kind && !one.term.not);
  const [first, ...others] = places;
  if (first === undefined) return term === null ? text : withTerm(text, term);
  // From the last on, so that what stands before keeps its place.
  const rest = others.reverse().reduce((left, { at }) => withoutSpan(left, at), text);
  if (term === null) return withoutSpan(rest, first.at);
  return `${rest.slice(0, first.at.start)}${printTerm(term)}${rest.slice(first.at.end)}`;
}
