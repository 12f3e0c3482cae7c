import { z } from 'zod';
import type { EvidenceItem } from '../evidence.ts';
import type { Sha256 } from '../ids.ts';
import { anonymisationOf } from './anonymisation.ts';
import type { FileState } from './check.ts';
import type { CheckState } from './check-states.ts';

/** Where an item stands with the check, without the words of its hits. */
export type ItemStanding = {
  readonly state: CheckState;
  readonly open: number;
  /** Open hits in what is written in the item. */
  readonly openInWords: number;
  /** Each file once; `open` counts those in its name too. */
  readonly files: readonly {
    readonly file: Sha256;
    readonly state: FileState;
    readonly open: number;
  }[];
};

const count = z.number().int().nonnegative();

export const identifierSummarySchema = z.strictObject({
  items: count,
  files: count,
  /** Files with hits nobody has decided on, names included. */
  filesWithHits: count,
  /** Items with such hits in their own words. */
  itemsWithHits: count,
  /** Files that were not looked through yet. */
  unchecked: count,
  /** Files in which no words could be read. */
  unreadable: count,
  anonymised: count,
  /** Marked anonymised before their files were changed. */
  stale: count,
  /** Items somebody said need no anonymising. */
  notNeeded: count,
});
export type IdentifierSummary = Readonly<z.output<typeof identifierSummarySchema>>;

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
