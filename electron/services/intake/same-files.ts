import type { Present } from '#shared/contract/intake.ts';
import type { EvidenceItem } from '#shared/domain/evidence.ts';
import type { Sha256 } from '#shared/domain/ids.ts';

/** Which items have one of these files, redacted copies included. */
export function sameFiles(
  items: Iterable<EvidenceItem>,
  hashes: ReadonlySet<Sha256>,
): ReadonlyMap<Sha256, readonly Present[]> {
  const found = new Map<Sha256, Present[]>();
  if (hashes.size === 0) return found;
  for (const { id, title, trashedAt, attachments } of items) {
    for (const hash of new Set(attachments.flatMap((one) => [one.hash, one.redacted?.hash ?? one.hash]))) {
      if (!hashes.has(hash)) continue;
      found.set(hash, [...(found.get(hash) ?? []), { id, title, trashed: trashedAt !== null }]);
    }
  }
  return found;
}
