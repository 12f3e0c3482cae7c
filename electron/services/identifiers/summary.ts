import type { IdentifierSummary } from '#shared/contract/identifiers.ts';
import type { EvidenceItem } from '#shared/domain/evidence.ts';
import { anonymisationOf } from '#shared/domain/identifiers/anonymisation.ts';
import type { FileState } from '#shared/domain/identifiers/check.ts';
import type { Sha256 } from '#shared/domain/ids.ts';
import type { ItemStanding } from './item-standing.ts';

const readable: ReadonlySet<FileState> = new Set(['read', 'unchecked']);

/** What to say of some items before they go anywhere. A file attached twice is one file. */
export function summaryOf(
  standings: readonly (readonly [EvidenceItem, ItemStanding | undefined])[],
): IdentifierSummary {
  const files = new Map<Sha256, FileState>();
  const filesWithHits = new Set<Sha256>();
  let itemsWithHits = 0;
  for (const [, standing] of standings) {
    for (const { file, state, open } of standing?.files ?? []) {
      files.set(file, state);
      if (open > 0) filesWithHits.add(file);
    }
    if ((standing?.openInWords ?? 0) > 0) itemsWithHits += 1;
  }
  const states = [...files.values()];
  const marks = standings.map(([item]) => anonymisationOf(item));
  const marked = (state: (typeof marks)[number]) => marks.filter((mark) => mark === state).length;
  return {
    items: standings.length,
    files: files.size,
    filesWithHits: filesWithHits.size,
    itemsWithHits,
    unchecked: states.filter((state) => state === 'unchecked').length,
    unreadable: states.filter((state) => !readable.has(state)).length,
    anonymised: marked('done'),
    stale: marked('stale'),
    notNeeded: marked('not-needed'),
  };
}
