import type { Id } from '../ids.ts';
import type { PanelMember, Review } from '../review.ts';
import { rightsOf } from './rights.ts';
import type { Sheet } from './sheet.ts';

export type Quorum = {
  /** Members without a conflict of interest who must have finished their sheet. */
  readonly needed: number;
  readonly finished: readonly PanelMember[];
  /** Members who may judge, have no conflict and are not finished. */
  readonly unfinished: readonly PanelMember[];
  readonly conflicts: readonly PanelMember[];
};

/**
 * Who of a panel has judged. Somebody with a conflict of interest neither judges nor counts.
 * @param sheets of the review or of those it stands in place of; the review's own come first.
 */
export function quorumOf({ panel, rules }: Pick<Review, 'panel' | 'rules'>, sheets: Iterable<Sheet>): Quorum {
  const byMember = new Map<Id, Sheet>();
  for (const sheet of sheets) if (!byMember.has(sheet.member)) byMember.set(sheet.member, sheet);
  const judges = panel.filter(({ role }) => rightsOf(role).judge);
  const sheetOf = ({ id }: PanelMember) => byMember.get(id);
  const conflicts = judges.filter((member) => sheetOf(member)?.interest?.kind === 'conflict');
  const free = judges.filter((member) => !conflicts.includes(member));
  const finished = free.filter((member) => (sheetOf(member)?.doneAt ?? null) !== null);
  return {
    needed: rules?.quorum ?? 0,
    finished,
    unfinished: free.filter((member) => !finished.includes(member)),
    conflicts,
  };
}

export const hasQuorum = ({ needed, finished }: Quorum): boolean => finished.length >= needed;
/** Too many have a conflict of interest for the rule ever to be met with this panel. */
export const canHaveQuorum = ({ needed, finished, unfinished }: Quorum): boolean =>
  finished.length + unfinished.length >= needed;
