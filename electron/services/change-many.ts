import type { EvidenceItem } from '#shared/domain/evidence.ts';
import {
  type BulkChange,
  bulkChanged,
  capabilitiesOf,
  refusalOf,
} from '#shared/domain/evidence-list/bulk-change.ts';
import { failure } from '#shared/domain/failure.ts';
import type { Issue } from '#shared/domain/failure-codes.ts';
import type { Id } from '#shared/domain/ids.ts';
import { makeBackup } from './make-backup.ts';
import type { Ports } from './ports.ts';
import type { OpenPortfolio, Session } from './session.ts';

const backedUpAbove = 20; // items moved to the trash at once

function refuseUnknown({ pack }: OpenPortfolio, change: BulkChange): void {
  const codes = new Set(pack.capabilities.map(({ code }) => code));
  const issues = capabilitiesOf(change)
    // Whoever takes a link away may take away one that the guidance does not know.
    .filter(([field, code]) => !codes.has(code) && !(change.kind === 'unlink' || field === 'from'))
    .map(([field]) => ({ path: ['change', field], code: 'unknown-capability' }));
  if (issues.length > 0) throw failure('INVALID', { issues });
}

export type ChangedMany = {
  readonly changed: number;
  readonly unchanged: number;
  /** Items that cannot be changed so, and why: the first of them by name. */
  readonly refused: {
    readonly count: number;
    readonly items: readonly { readonly id: Id; readonly title: string; readonly issues: readonly Issue[] }[];
  };
};

const namedAtMost = 100; // refused items

/**
 * Changes many items in one line; those that cannot be changed so stay as they are and are named. A backup is made before
 * many go to the trash. Fails with NOT_FOUND when one of them is not there, INVALID for a capability the guidance has
 * not, and as `makeBackup`; then nothing has changed.
 */
export async function changeMany(
  ports: Ports,
  session: Session,
  portfolio: OpenPortfolio,
  ids: readonly Id[],
  change: BulkChange,
): Promise<ChangedMany> {
  if (change.kind === 'trash' && ids.length > backedUpAbove) {
    await makeBackup(ports, session, 'before-bulk-delete');
  }
  return portfolio.inTurn(async () => {
    refuseUnknown(portfolio, change);
    const at = ports.clock.now().toISOString();
    const chosen = [...new Set(ids)];
    const changed: EvidenceItem[] = [];
    const refused: ChangedMany['refused']['items'][number][] = [];
    for (const id of chosen) {
      const item = portfolio.store.get('evidence', id);
      if (item === undefined) throw failure('NOT_FOUND', { what: 'evidence' });
      const issues = refusalOf(item, change);
      if (issues.length > 0) {
        refused.push({ id, title: item.title, issues });
        continue;
      }
      const after = bulkChanged(item, change, at);
      if (after !== undefined) changed.push(after);
    }
    if (changed.length > 0) {
      await portfolio.store.commit(
        `evidence.${change.kind}`,
        changed.map((value) => ({ collection: 'evidence', id: value.id, value })),
      );
    }
    return {
      changed: changed.length,
      unchanged: chosen.length - changed.length - refused.length,
      refused: { count: refused.length, items: refused.slice(0, namedAtMost) },
    };
  });
}
