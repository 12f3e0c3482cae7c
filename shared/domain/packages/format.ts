import type { Audience, TravellingCollection } from './audiences.ts';
import { processCollections, supervisionCollections } from './audiences.ts';

/** The forms a package may have, and the first Waymark that reads each. The newer one is written only where it is needed. */
export const packageFormats = ['waymark-package-1', 'waymark-package-2'] as const;
const needs = { 'waymark-package-1': '0.1.0', 'waymark-package-2': '0.4.0' } as const;

const firstAudiences: ReadonlySet<Audience> = new Set(['supervisor', 'panel', 'self']);
const since2: ReadonlySet<TravellingCollection> = new Set([...supervisionCollections, ...processCollections]);

const hasRules = (value: unknown) =>
  typeof value === 'object' && value !== null && ('rules' in value || 'follows' in value);

type Records = Readonly<Partial<Record<TravellingCollection, readonly { readonly value?: unknown }[]>>>;

/**
 * The form of a package: what an older Waymark knows is written as it reads it; of anything else it can then say that
 * it comes from a newer one.
 */
export function formatFor(
  audience: Audience,
  records: Records,
): { readonly format: (typeof packageFormats)[number]; readonly needs: string } {
  const isNew =
    !firstAudiences.has(audience) ||
    Object.entries(records).some(
      ([name, revisions]) => revisions.length > 0 && since2.has(name as TravellingCollection),
    ) ||
    (audience === 'supervisor' && (records.seals ?? []).length > 0) ||
    (records.reviews ?? []).some(({ value }) => hasRules(value));
  const format = isNew ? 'waymark-package-2' : 'waymark-package-1';
  return { format, needs: needs[format] };
}
