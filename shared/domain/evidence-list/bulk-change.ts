import { z } from 'zod';
import { isoDateSchema } from '../dates.ts';
import { type EvidenceItem, evidenceTypeIdSchema, type Link } from '../evidence.ts';
import { checkDetails } from '../evidence-fields.ts';
import type { Issue } from '../failure-codes.ts';
import { capabilityCodeSchema } from '../ids.ts';
import { lineSchema } from '../text.ts';
import { fold } from './fold.ts';

const mostDays = 36_525; // a hundred years
const mostTags = 30;

/** What can be done with several items at once. */
export const bulkChangeSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('link'), capability: capabilityCodeSchema }),
  z.strictObject({ kind: z.literal('unlink'), capability: capabilityCodeSchema }),
  z.strictObject({ kind: z.literal('move-link'), from: capabilityCodeSchema, to: capabilityCodeSchema }),
  z.strictObject({ kind: z.literal('type'), type: evidenceTypeIdSchema }),
  /** They begin on that day; those that end some days later still do. */
  z.strictObject({ kind: z.literal('date'), startedOn: isoDateSchema }),
  z.strictObject({ kind: z.literal('shift-date'), days: z.number().int().min(-mostDays).max(mostDays) }),
  z.strictObject({ kind: z.literal('tag'), tag: lineSchema(40) }),
  z.strictObject({ kind: z.literal('untag'), tag: lineSchema(40) }),
  z.strictObject({ kind: z.literal('draft') }),
  /** No draft any more: only those that have what their type needs. */
  z.strictObject({ kind: z.literal('ready') }),
  z.strictObject({ kind: z.literal('trash') }),
  z.strictObject({ kind: z.literal('restore') }),
]);
export type BulkChange = Readonly<z.output<typeof bulkChangeSchema>>;

/** Links with one moved to another capability, its note and pages with it; they are joined where that one is linked already. */
function movedLinks(links: readonly Link[], from: string, to: string): readonly Link[] | undefined {
  const moving = links.find(({ capability }) => capability === from);
  if (moving === undefined || from === to) return undefined;
  const there = links.find(({ capability }) => capability === to);
  if (there === undefined) return links.map((link) => (link === moving ? { ...link, capability: to } : link));
  const joined = {
    capability: to,
    pages: joinedText(there.pages, moving.pages, 60),
    note: joinedText(there.note, moving.note, 400),
  };
  return links.filter((link) => link !== moving).map((link) => (link === there ? joined : link));
}

/** Both texts where there is room for both, else the first. */
function joinedText(first: string, second: string, longest: number): string {
  if (first === '' || second === '' || first === second) return first || second;
  const both = `${first}; ${second}`;
  return both.length <= longest ? both : first;
}

const day = 86_400_000; // milliseconds

/** The day so many days later; undefined where the calendar here does not reach. */
function daysLater(date: string, days: number): string | undefined {
  const later = new Date(Date.parse(`${date}T00:00:00Z`) + days * day);
  return isoDateSchema.safeParse(Number.isNaN(later.getTime()) ? '' : later.toISOString().slice(0, 10)).data;
}

/** Beginning and end so many days later; undefined where the calendar here does not reach. */
function shifted({ startedOn, endedOn }: EvidenceItem, days: number) {
  const start = daysLater(startedOn, days);
  const end = endedOn === null ? null : daysLater(endedOn, days);
  return start === undefined || end === undefined ? undefined : { startedOn: start, endedOn: end };
}

const daysTo = ({ startedOn }: EvidenceItem, target: string) =>
  (Date.parse(`${target}T00:00:00Z`) - Date.parse(`${startedOn}T00:00:00Z`)) / day;

/** What an item lacks to be no draft any more; paths are those of the item. */
export const missingForReady = ({
  type,
  details,
}: Pick<EvidenceItem, 'type' | 'details'>): readonly Issue[] => [
  ...(type === 'unsorted' ? [{ path: ['type'], code: 'unsorted' }] : []),
  ...checkDetails(type, details),
];

/** Faults that another type would bring: answers it does not ask for, answers it cannot do without. */
function faultsOfType(item: EvidenceItem, type: EvidenceItem['type']): readonly Issue[] {
  const lacking = ({ code }: Issue) => code === 'required' && item.draft === true;
  const unsorted = type === 'unsorted' && item.draft !== true ? [{ path: ['type'], code: 'unsorted' }] : [];
  return [...unsorted, ...checkDetails(type, item.details).filter((issue) => !lacking(issue))];
}

/** Why an item cannot be changed so; empty where it can, or is as asked already. */
export function refusalOf(item: EvidenceItem, change: BulkChange): readonly Issue[] {
  switch (change.kind) {
    case 'type':
      return item.type === change.type ? [] : faultsOfType(item, change.type);
    case 'ready':
      return item.draft === true ? missingForReady(item) : [];
    case 'date':
      return shifted(item, daysTo(item, change.startedOn)) === undefined
        ? [{ path: ['endedOn'], code: 'not-a-date' }]
        : [];
    case 'shift-date':
      return shifted(item, change.days) === undefined ? [{ path: ['startedOn'], code: 'not-a-date' }] : [];
    case 'tag':
      return (item.tags ?? []).length >= mostTags && !hasTag(item, change.tag)
        ? [{ path: ['tags'], code: 'too-many' }]
        : [];
    default:
      return [];
  }
}

const sameTag = (a: string, b: string) => fold(a) === fold(b);
const hasTag = ({ tags = [] }: EvidenceItem, asked: string) => tags.some((tag) => sameTag(tag, asked));

/** Without a tag; a list of none is not kept at all. */
function untagged({ tags = [], ...item }: EvidenceItem, asked: string): EvidenceItem {
  const rest = tags.filter((tag) => !sameTag(tag, asked));
  return rest.length === 0 ? item : { ...item, tags: rest };
}

/** The item after a change that `refusalOf` does not refuse; undefined where it is already as asked. @param at now, UTC. */
export function bulkChanged(item: EvidenceItem, change: BulkChange, at: string): EvidenceItem | undefined {
  const linked = (capability: string) => item.links.some((link) => link.capability === capability);
  switch (change.kind) {
    case 'link': {
      if (linked(change.capability)) return undefined;
      const added = { capability: change.capability, pages: '', note: '' };
      return { ...item, links: [...item.links, added], updatedAt: at };
    }
    case 'unlink':
      if (!linked(change.capability)) return undefined;
      return {
        ...item,
        links: item.links.filter(({ capability }) => capability !== change.capability),
        updatedAt: at,
      };
    case 'move-link': {
      const links = movedLinks(item.links, change.from, change.to);
      return links === undefined ? undefined : { ...item, links, updatedAt: at };
    }
    case 'type':
      return item.type === change.type ? undefined : { ...item, type: change.type, updatedAt: at };
    case 'date':
    case 'shift-date': {
      const days = change.kind === 'date' ? daysTo(item, change.startedOn) : change.days;
      const dates = days === 0 ? undefined : shifted(item, days);
      return dates === undefined ? undefined : { ...item, ...dates, updatedAt: at };
    }
    case 'tag':
      if (hasTag(item, change.tag)) return undefined;
      return { ...item, tags: [...(item.tags ?? []), change.tag], updatedAt: at };
    case 'untag':
      return hasTag(item, change.tag) ? { ...untagged(item, change.tag), updatedAt: at } : undefined;
    case 'draft':
      return item.draft === true ? undefined : { ...item, draft: true, updatedAt: at };
    case 'ready': {
      const { draft, ...rest } = item;
      return draft === true ? { ...rest, updatedAt: at } : undefined;
    }
    case 'trash':
      return item.trashedAt === null ? { ...item, trashedAt: at } : undefined;
    case 'restore':
      return item.trashedAt === null ? undefined : { ...item, trashedAt: null };
  }
}

/** The capabilities a change names, with where it names them. */
export function capabilitiesOf(change: BulkChange): readonly (readonly [field: string, code: string])[] {
  switch (change.kind) {
    case 'link':
    case 'unlink':
      return [['capability', change.capability]];
    case 'move-link':
      return [
        ['from', change.from],
        ['to', change.to],
      ];
    default:
      return [];
  }
}
