import type { EvidenceItem } from '#shared/domain/evidence.ts';

/** Tags of items that are not in the trash, the most used first. The same word in another case is the same tag. */
export function tagsInUse(
  items: Iterable<EvidenceItem>,
): readonly { readonly tag: string; readonly items: number }[] {
  const found = new Map<string, { readonly tag: string; readonly items: number }>();
  for (const { tags = [], trashedAt } of items) {
    if (trashedAt !== null) continue;
    for (const tag of tags) {
      const key = tag.toLowerCase();
      const before = found.get(key);
      found.set(key, { tag: before?.tag ?? tag, items: (before?.items ?? 0) + 1 });
    }
  }
  return [...found.values()].sort((a, b) => b.items - a.items || a.tag.localeCompare(b.tag));
}
