import type { EvidenceItem } from '#shared/domain/evidence.ts';
import { bothFiles } from '#shared/domain/evidence.ts';
import type { PortfolioStore } from '../ports.ts';

/**
 * Puts the files that items name where the items are going, before any record names them there. What is there already
 * is not read again; a file that is missing here is missing there too, which both say.
 */
export async function carryFiles(
  from: PortfolioStore,
  to: PortfolioStore,
  items: readonly Pick<EvidenceItem, 'attachments'>[],
): Promise<void> {
  const hashes = new Set(
    items.flatMap(({ attachments }) => attachments.flatMap(bothFiles).map(({ hash }) => hash)),
  );
  for (const hash of hashes) {
    if (await to.blobs.has(hash)) continue;
    const kept = await from.blobs.read(hash);
    if (kept !== undefined) await to.blobs.put(kept.bytes);
  }
}
