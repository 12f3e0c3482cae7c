import { failure } from '#shared/domain/failure.ts';
import { contentOf } from '#shared/domain/merge/revision-content.ts';
import { isSealed } from '#shared/domain/merge/sealed.ts';
import type { IncomingRevision } from '#shared/domain/merge/types.ts';
import { type TravelRevision, travelRevisionSchema } from '#shared/domain/revisions.ts';
import { createBreaks } from './breaks.ts';
import type { Collections, Stored } from './collections.ts';
import { currentFormat, upcast } from './migrations/registry.ts';
import { sha256 } from './revision.ts';
import { freezeDeep } from './state.ts';

/** A revision from elsewhere that is what it says. */
export type Arrived = IncomingRevision & {
  readonly travel: TravelRevision;
  /** In today's shape; null: deleted, or only the name came. */
  readonly value: Stored | null;
};

type Why = 'collection' | 'revision-hash' | 'author' | 'record' | 'ancestry';
const refused = (why: Why, { revision }: TravelRevision) =>
  failure('PACKAGE_REFUSED', { why, entry: revision });

/**
 * Whether a schema let a value through as it was, but for what it may have added. A schema cleans text; what Waymark
 * writes has been through it, so what it would clean again was written by something else.
 */
function letThrough(written: unknown, parsed: unknown): boolean {
  if (typeof written !== 'object' || written === null) return Object.is(written, parsed);
  if (typeof parsed !== 'object' || parsed === null) return false;
  const after = new Map(Object.entries(parsed));
  if (Array.isArray(written) && (!Array.isArray(parsed) || parsed.length !== written.length)) return false;
  return Object.entries(written).every(([name, part]) => letThrough(part, after.get(name)));
}

function contentHash(travel: TravelRevision): string {
  const { collection, id, parents, value } = travel;
  try {
    return sha256(contentOf({ collection, id, parents, value: value as Stored | null }));
  } catch {
    // Not everything a program can hold has a JSON form.
    throw refused('record', travel);
  }
}

function checkedValue<R>(collections: Collections<R>, travel: TravelRevision): Stored | null {
  const { revision, collection, id, value, by, shape = currentFormat } = travel;
  if (shape > currentFormat) throw failure('PACKAGE_NEWER', { needs: `format ${shape}` });
  if (contentHash(travel) !== revision) throw refused('revision-hash', travel);
  if (by === null) throw refused('author', travel);
  if (value === null) return null;
  const brought = upcast(collection, value, shape);
  const parsed = collections[collection as keyof R & string].safeParse(brought);
  if (!parsed.success || parsed.data.id !== id || !letThrough(brought, parsed.data)) {
    throw refused('record', travel);
  }
  return freezeDeep(brought as Stored);
}

function arrivedOf<R>(collections: Collections<R>, given: TravelRevision): Arrived {
  const sound = travelRevisionSchema.safeParse(given);
  if (!sound.success) throw refused('record', given);
  const travel = sound.data;
  const { revision, collection, parents } = travel;
  if (!Object.hasOwn(collections, collection)) throw refused('collection', travel);
  if (new Set(parents).size !== parents.length) throw refused('ancestry', travel);
  const valued = travel.value !== undefined;
  const value = valued ? checkedValue(collections, travel) : null;
  return { travel, revision, parents, valued, value, sealed: isSealed(collection, value) };
}

/**
 * Checks each revision by itself: its collection, and for those with a value the hash, the schema and the author.
 * Fails with PACKAGE_REFUSED or PACKAGE_NEWER at the first that is not in order.
 */
export async function checkIncoming<R>(
  collections: Collections<R>,
  incoming: readonly TravelRevision[],
): Promise<readonly Arrived[]> {
  const pause = createBreaks();
  const arrived: Arrived[] = [];
  for (const travel of incoming) {
    arrived.push(arrivedOf(collections, travel));
    await pause();
  }
  return arrived;
}
