import { hash } from 'node:crypto';
import { failure } from '#shared/domain/failure.ts';
import type { Issue } from '#shared/domain/failure-codes.ts';
import type { Sha256 } from '#shared/domain/ids.ts';
import { contentOf } from '#shared/domain/merge/revision-content.ts';
import type { Collections } from './collections.ts';
import { headsIn } from './heads.ts';
import type { Marks } from './line-schema.ts';
import { freezeDeep, type Revision, type State } from './state.ts';

/** Of bytes, or of a text's UTF-8. */
export const sha256 = (content: string | Uint8Array): Sha256 => hash('sha256', content, 'hex');

/** What a commit asks for, before it has been looked at. */
export type Asked = {
  readonly collection: string;
  readonly id: string;
  readonly value: unknown;
  readonly settles?: boolean;
};

const invalid = (issues: readonly Issue[]) => failure('INVALID', { issues });

function parsed<R>(collections: Collections<R>, { collection, id, value }: Asked): Revision['value'] {
  if (!Object.hasOwn(collections, collection)) {
    throw invalid([{ path: [collection], code: 'unknown-collection' }]);
  }
  if (value === null) return null;
  const result = collections[collection as keyof R & string].safeParse(value);
  if (!result.success) {
    const issues = result.error.issues.map((issue) => ({
      path: [
        collection,
        id,
        ...issue.path.map((part) => (typeof part === 'symbol' ? part.toString() : part)),
      ],
      code: issue.message,
    }));
    throw invalid(issues);
  }
  if (result.data.id !== id) throw invalid([{ path: [collection, id, 'id'], code: 'id-mismatch' }]);
  return freezeDeep(result.data);
}

/** A validated change as it will stand in the journal, with the text that is hashed and written. */
export type Prepared = {
  readonly revision: Revision;
  readonly content: string;
  readonly marks?: Marks | undefined;
};

/** What a new revision follows: the shown one, or every newest one where it settles between them. */
function parentsOf(state: State, { collection, id, settles }: Asked): readonly Sha256[] {
  const kept = state.collections.get(collection);
  if (kept === undefined) return [];
  const [shown, ...others] = headsIn(kept, id).map(({ revision }) => revision);
  if (shown === undefined) return [];
  return settles === true ? [shown, ...others].sort() : [shown];
}

/** Validates each change and gives it its revision. Fails with INVALID; nothing is changed. */
export function prepare<R>(
  state: State,
  collections: Collections<R>,
  changes: readonly Asked[],
): readonly Prepared[] {
  const seen = new Set<string>();
  return changes.map((change) => {
    const { collection, id } = change;
    const key = `${collection}/${id}`;
    if (seen.has(key)) throw invalid([{ path: [collection, id], code: 'changed-twice' }]);
    seen.add(key);
    const value = parsed(collections, change);
    const parents = parentsOf(state, change);
    const content = contentOf({ collection, id, parents, value });
    return { revision: { collection, id, revision: sha256(content), parents, value }, content };
  });
}
