import type { HistoryLine } from '../history.ts';
import type { Id } from '../ids.ts';

/** What others did in a portfolio since somebody last looked. */
export type SinceLooked = {
  readonly added: readonly Id[];
  readonly changed: readonly Id[];
  /** Records of other kinds, by their collection. */
  readonly others: Readonly<Record<string, number>>;
};

const wroteIn = ({ who, authors }: HistoryLine): readonly Id[] => authors?.map(({ id }) => id) ?? [who];

/**
 * What lines say was done by others. Each record counts once, however often it was changed.
 * @param lines those after the one that was last looked at, in any order
 * @param wasThere whether an item was here before these lines
 */
export function sinceLooked(
  lines: readonly HistoryLine[],
  me: Id,
  wasThere: (item: Id) => boolean,
): SinceLooked {
  const items = new Set<Id>();
  const others = new Map<string, Set<Id>>();
  for (const line of lines) {
    if (wroteIn(line).every((id) => id === me)) continue;
    for (const { collection, id } of line.changes) {
      if (collection === 'evidence') items.add(id);
      else others.set(collection, (others.get(collection) ?? new Set()).add(id));
    }
  }
  const all = [...items];
  return {
    added: all.filter((id) => !wasThere(id)),
    changed: all.filter(wasThere),
    others: Object.fromEntries([...others].map(([name, ids]) => [name, ids.size])),
  };
}
