import type { Id, Sha256 } from '../ids.ts';
import type { PortfolioContent } from './portfolio-content.ts';

/**
 * The versions of items a panel still has to read as they were handed in: of reviews that are not signed yet, and of
 * those that such a one stands in place of.
 */
export function handedInVersions({
  reviews,
  snapshots,
}: Pick<PortfolioContent, 'reviews' | 'snapshots'>): ReadonlyMap<Id, ReadonlySet<Sha256>> {
  const byId = new Map(reviews.map((review) => [review.id, review]));
  const open = new Set<Id>();
  for (const review of reviews) {
    let at: typeof review | undefined = review.state === 'signed' ? undefined : review;
    while (at !== undefined && !open.has(at.id)) {
      open.add(at.id);
      at = at.follows === undefined ? undefined : byId.get(at.follows.review);
    }
  }
  const versions = new Map<Id, Set<Sha256>>();
  for (const { review, items } of snapshots) {
    if (!open.has(review)) continue;
    for (const { id, revision } of items) versions.set(id, (versions.get(id) ?? new Set()).add(revision));
  }
  return versions;
}
