import { z } from 'zod';
import type { SortKey } from './query.ts';

/** What a list can show beside the title, in the order it is offered. */
export const listColumns = [
  'type',
  'dates',
  'capabilities',
  'files',
  'marks',
  'identifiers',
  'status',
  'tags',
  'place',
  'role',
  'hours',
  'updatedAt',
] as const;
export type ListColumn = (typeof listColumns)[number];

/** Columns as somebody chose and ordered them; none of them is chosen twice. */
export const columnsSchema = z
  .array(z.enum(listColumns))
  .max(listColumns.length)
  .refine((columns) => new Set(columns).size === columns.length, { error: 'same-id' })
  .readonly();

export const usualColumns: readonly ListColumn[] = ['type', 'dates', 'capabilities', 'files', 'marks'];

/** What each column is sorted by. */
export const columnSort: Readonly<Record<ListColumn, SortKey>> = {
  type: 'type',
  dates: 'startedOn',
  capabilities: 'capabilities',
  files: 'files',
  marks: 'verified',
  identifiers: 'identifiers',
  status: 'status',
  tags: 'tags',
  place: 'place',
  role: 'role',
  hours: 'hours',
  updatedAt: 'updatedAt',
};
