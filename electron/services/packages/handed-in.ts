import { evidenceItemSchema } from '#shared/domain/evidence.ts';
import type { Id, Sha256 } from '#shared/domain/ids.ts';
import { walkBack } from '#shared/domain/merge/ancestry.ts';
import { type LeftOutReason, whyNot } from '#shared/domain/packages/audiences.ts';
import { handedInVersions } from '#shared/domain/packages/handed-in.ts';
import { privateOriginals } from '#shared/domain/packages/named-files.ts';
import type { PortfolioContent, Selection } from '#shared/domain/packages/portfolio-content.ts';
import { originalsWithCopies, quotesPrivately } from '#shared/domain/passages/passages.ts';
import type { TravelRevision } from '#shared/domain/revisions.ts';
import type { PortfolioStore } from '../ports.ts';

type Chosen = { readonly selection: Selection; readonly revisions: readonly TravelRevision[] };

/** What happened to an item since does not take it back from a panel it was handed in to. */
const overruled: ReadonlySet<LeftOutReason> = new Set(['trash', 'draft', 'two-versions']);

/** Those of these versions that are kept here and that others may read. */
async function readable(
  store: PortfolioStore,
  wanted: readonly Sha256[],
  evidence: PortfolioContent['evidence'],
  newest: readonly TravelRevision[],
): Promise<ReadonlySet<Sha256>> {
  const withCopies = originalsWithCopies(evidence);
  const covered = privateOriginals(newest);
  const found = new Set<Sha256>();
  for (const [revision, value] of await store.history.values(wanted)) {
    const item = evidenceItemSchema.safeParse(value);
    if (!item.success || whyNot(item.data, 'panel') !== undefined) continue;
    const bare = item.data.attachments.some(
      ({ hash, redacted }) => redacted === undefined && withCopies.has(hash) && !covered.has(hash),
    );
    if (!bare && !quotesPrivately(item.data, withCopies)) found.add(revision);
  }
  return found;
}

/** Only these versions with their text, and of the others the names of those they follow. */
function cut(revisions: readonly TravelRevision[], valued: ReadonlySet<Sha256>): readonly TravelRevision[] {
  const parents = new Map(revisions.map((one) => [one.revision, one.parents]));
  const kept = new Set(valued);
  walkBack([...valued], (revision) => parents.get(revision) ?? [], kept);
  return revisions
    .filter(({ revision }) => kept.has(revision))
    .map((one) => {
      if (valued.has(one.revision)) return one;
      const { revision, collection, id, parents: before } = one;
      return { revision, collection, id, parents: before, by: null };
    });
}

/**
 * Adds what a panel reads as it was handed in, where the item was changed or put away since: the version itself beside
 * the newest, or in its place where the newest does not go.
 * @param newest what goes anyway
 */
export async function handedIn(
  store: PortfolioStore,
  content: PortfolioContent,
  selection: Selection,
  newest: readonly TravelRevision[],
): Promise<Chosen> {
  const versions = handedInVersions(content);
  const headsOf = (id: Id) => store.heads('evidence', id).map(({ revision }) => revision);
  const going = new Set(
    selection.included.filter(({ collection }) => collection === 'evidence').map(({ id }) => id),
  );
  const put = new Set(
    selection.leftOut
      .filter(({ collection, why }) => collection === 'evidence' && overruled.has(why))
      .map(({ id }) => id),
  );
  const concerned = [...versions].filter(([id, wanted]) => {
    const heads = new Set(headsOf(id));
    return put.has(id) || (going.has(id) && [...wanted].some((revision) => !heads.has(revision)));
  });
  if (concerned.length === 0) return { selection, revisions: newest };
  const wanted = concerned.flatMap(([, revisions]) => [...revisions]);
  const may = await readable(store, wanted, content.evidence, newest);
  const all = await store.history.travel(
    concerned.map(([id]) => ({ collection: 'evidence', id })),
    'all',
  );
  const replaced = new Map<Id, readonly TravelRevision[]>();
  for (const [id, revisions] of concerned) {
    const valued = new Set([...revisions].filter((revision) => may.has(revision)));
    if (valued.size === 0) continue;
    if (going.has(id)) for (const head of headsOf(id)) valued.add(head);
    const mine = all.filter((one) => one.id === id);
    replaced.set(id, cut(mine, valued));
  }
  const back = new Set([...replaced.keys()].filter((id) => put.has(id)));
  const sealed = new Set(content.seals.filter(({ subjectId }) => back.has(subjectId)).map((seal) => seal.id));
  const comesBack = ({ id }: { readonly id: Id }) => back.has(id) || sealed.has(id);
  const seals = selection.leftOut.filter(({ collection, id }) => collection === 'seals' && sealed.has(id));
  return {
    selection: {
      included: [
        ...selection.included,
        ...selection.leftOut.filter(comesBack).map(({ why: _, ...ref }) => ref),
      ],
      leftOut: selection.leftOut.filter((ref) => !comesBack(ref)),
    },
    revisions: [
      ...newest.filter(({ collection, id }) => collection !== 'evidence' || !replaced.has(id)),
      ...[...replaced.values()].flat(),
      ...(await store.history.travel(seals, 'heads')),
    ],
  };
}
