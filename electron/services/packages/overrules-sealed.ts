import type { Id } from '#shared/domain/ids.ts';
import { following } from '#shared/domain/merge/ancestry.ts';
import { isSealed } from '#shared/domain/merge/sealed.ts';
import type { TravelRevision } from '#shared/domain/revisions.ts';
import type { PortfolioStore } from '../ports.ts';

/**
 * Whether a version that came would take the place of a sealed one without being that same, sealed record. Nothing here
 * writes such a version: what is sealed is never edited, nor deleted.
 * @param same whether two sealed versions are of the same sealing.
 */
export async function overrulesSealed(
  { collection, id }: { readonly collection: 'reviews' | 'supervisorReports'; readonly id: Id },
  came: readonly TravelRevision[],
  here: PortfolioStore | undefined,
  same: (before: unknown, after: unknown) => boolean,
): Promise<boolean> {
  const known = (await here?.history.travel([{ collection, id }], 'heads')) ?? [];
  const versions = (await here?.history.versions(collection, id)) ?? [];
  const parents = new Map([...known, ...came].map((one) => [one.revision, one.parents]));
  const values = new Map<string, unknown>(versions.map(({ revision, value }) => [revision, value]));
  const fresh = new Map<string, unknown>();
  for (const { revision, value } of came) {
    if (value === undefined || values.has(revision)) continue;
    fresh.set(revision, value);
  }
  for (const [revision, value] of [...values, ...fresh]) {
    if (!isSealed(collection, value)) continue;
    const later = following(revision, parents.keys(), (one) => parents.get(one) ?? []);
    for (const [next, changed] of fresh) {
      if (!later.has(next)) continue;
      if (!isSealed(collection, changed) || !same(value, changed)) return true;
    }
  }
  return false;
}
