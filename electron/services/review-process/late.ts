import type { EvidenceItem } from '#shared/domain/evidence.ts';
import type { Snapshot } from '#shared/domain/review-process/snapshot.ts';
import type { LateItem } from '#shared/domain/review-process/view.ts';
import type { PortfolioStore } from '../ports.ts';

const isHandedIn = (item: EvidenceItem): boolean => item.trashedAt === null && item.draft !== true;

/** Every item a doctor hands in, by its present version: neither drafts nor what is in the trash. */
export const presentItems = (store: PortfolioStore): Snapshot['items'] =>
  [...store.all('evidence').values()].filter(isHandedIn).flatMap(({ id }) => {
    const [head] = store.heads('evidence', id);
    return head === undefined ? [] : [{ id, revision: head.revision }];
  });

/** What came, changed or went since something was handed in; what came first. Reads nothing from disk. */
export function lateItems(store: PortfolioStore, { items }: Snapshot): readonly LateItem[] {
  const then = new Map(items.map(({ id, revision }) => [id, revision]));
  const late: LateItem[] = [];
  for (const item of store.all('evidence').values()) {
    const { id, title } = item;
    const revision = then.get(id);
    if (revision === undefined) {
      if (isHandedIn(item)) late.push({ id, title, change: 'added' });
    } else if (!isHandedIn(item)) late.push({ id, title, change: 'removed' });
    else if (store.heads('evidence', id).every((head) => head.revision !== revision))
      late.push({ id, title, change: 'changed' });
  }
  for (const id of then.keys())
    if (store.get('evidence', id) === undefined) late.push({ id, title: '', change: 'removed' });
  const order = { added: 0, changed: 1, removed: 2 } as const;
  return late.sort((a, b) => order[a.change] - order[b.change] || a.title.localeCompare(b.title, 'en-GB'));
}
