import type { EvidenceItem } from '#shared/domain/evidence.ts';
import { type BulkChange, bulkChanged, capabilitiesOf } from '#shared/domain/evidence-list/bulk-change.ts';
import { failure } from '#shared/domain/failure.ts';
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

/**
 * Changes many items in one line, or none; a backup is made before many go to the trash. Fails with NOT_FOUND when one
 * of them is not there, INVALID for a capability the guidance has not, and as `makeBackup`.
 */
export async function changeMany(
  ports: Ports,
  session: Session,
  portfolio: OpenPortfolio,
  ids: readonly Id[],
  change: BulkChange,
): Promise<{ readonly changed: number; readonly unchanged: number }> {
  if (change.kind === 'trash' && ids.length > backedUpAbove) {
    await makeBackup(ports, session, 'before-bulk-delete');
  }
  return portfolio.inTurn(async () => {
    refuseUnknown(portfolio, change);
    const at = ports.clock.now().toISOString();
    const chosen = [...new Set(ids)];
    const changed: EvidenceItem[] = [];
    for (const id of chosen) {
      const item = portfolio.store.get('evidence', id);
      if (item === undefined) throw failure('NOT_FOUND', { what: 'evidence' });
      const after = bulkChanged(item, change, at);
      if (after !== undefined) changed.push(after);
    }
    if (changed.length > 0) {
      await portfolio.store.commit(
        `evidence.${change.kind}`,
        changed.map((value) => ({ collection: 'evidence', id: value.id, value })),
      );
    }
    return { changed: changed.length, unchanged: chosen.length - changed.length };
  });
}
