import type { EvidenceInput } from '#shared/domain/evidence.ts';
import { checkItemDetails } from '#shared/domain/evidence-fields.ts';
import { failure } from '#shared/domain/failure.ts';
import type { Issue } from '#shared/domain/failure-codes.ts';
import type { OpenPortfolio } from './session.ts';

/**
 * What the schema alone cannot see: the type's own fields, capabilities of this pack, files that are really kept. Fails with
 * INVALID. @param at where the item sits in the procedure's input. @param before the links it has: one that came along
 * with the item from another guidance may stay.
 */
export async function refuseFaults(
  { pack, store }: OpenPortfolio,
  item: EvidenceInput,
  at: readonly (string | number)[] = ['item'],
  before: EvidenceInput['links'] = [],
): Promise<void> {
  const codes = new Set([
    ...pack.capabilities.map(({ code }) => code),
    ...before.map((link) => link.capability),
  ]);
  const issues: Issue[] = checkItemDetails(item).map((issue) => ({
    ...issue,
    path: [...at, ...issue.path],
  }));
  if (item.type === 'unsorted' && item.draft !== true)
    issues.push({ path: [...at, 'type'], code: 'unsorted' });
  item.links.forEach((link, index) => {
    if (!codes.has(link.capability))
      issues.push({ path: [...at, 'links', index, 'capability'], code: 'unknown-capability' });
    if (item.links.findIndex((other) => other.capability === link.capability) !== index) {
      issues.push({ path: [...at, 'links', index, 'capability'], code: 'linked-twice' });
    }
  });
  const kept = await Promise.all(
    item.attachments.map(async ({ hash, redacted }) =>
      // Whoever was sent the redacted copy has no original.
      store.blobs.has(redacted?.hash ?? hash),
    ),
  );
  kept.forEach((isKept, index) => {
    if (!isKept) issues.push({ path: [...at, 'attachments', index], code: 'file-missing' });
  });
  if (issues.length > 0) throw failure('INVALID', { issues });
}
