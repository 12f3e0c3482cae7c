import { z } from 'zod';
import type { EvidenceItem, Link } from '../evidence.ts';
import { capabilityCodeSchema } from '../ids.ts';

/** What can be done with several items at once. */
export const bulkChangeSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('link'), capability: capabilityCodeSchema }),
  z.strictObject({ kind: z.literal('unlink'), capability: capabilityCodeSchema }),
  z.strictObject({ kind: z.literal('move-link'), from: capabilityCodeSchema, to: capabilityCodeSchema }),
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

/** The item after the change; undefined where it is already as asked. @param at now, UTC. */
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
