import type { LineAbout } from '#shared/domain/history.ts';
import type { Sha256 } from '#shared/domain/ids.ts';
import { contentOf } from '#shared/domain/merge/revision-content.ts';
import type { Author, TravelRevision } from '#shared/domain/revisions.ts';
import type { PortfolioStore, Ports } from '../ports.ts';
import type { TakenBack } from './take-back.ts';
import type { Name } from './touched.ts';

/**
 * Writes what was taken back as one line. Where a conflict comes back, all of it goes in as a merge does: that alone
 * can put a version beside another.
 */
export async function writeBack(
  ports: Ports,
  store: PortfolioStore,
  owner: Omit<Author, 'at'>,
  { changes, reopened }: TakenBack,
  action: string,
  about: LineAbout,
): Promise<void> {
  if (reopened.length === 0) {
    await store.commit(action, changes, about);
    return;
  }
  const at = ports.clock.now().toISOString();
  const revision = (
    { collection, id }: Name,
    parents: readonly Sha256[],
    value: unknown,
    by: Author,
  ): TravelRevision => ({
    revision: ports.hash(contentOf({ collection, id, parents, value: value as object | null })),
    collection,
    id,
    parents,
    value,
    by,
  });
  const own = changes.map(({ collection, id, value, settles }) => {
    const heads = store.heads(collection, id).map((head) => head.revision);
    const parents = settles === true ? [...heads].sort() : heads.slice(0, 1);
    return revision({ collection, id }, parents, value, { ...owner, at });
  });
  const beside: TravelRevision[] = [];
  for (const { follows, value, ...name } of reopened) {
    const versions = await store.history.versions(name.collection, name.id);
    const by = versions.find((version) => version.revision === follows)?.by ?? { ...owner, at };
    beside.push(revision(name, [follows], value, by));
  }
  await store.merge(action, [...own, ...beside], about);
}
