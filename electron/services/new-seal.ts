import { canonicalJson } from '#shared/domain/canonical.ts';
import type { SealStatement } from '#shared/domain/seals.ts';
import type { JournalHead, Ports, SealRecord, Signer } from './ports.ts';

export type WithStatement = SealRecord & { readonly statement: SealStatement };

/** A seal over what the statement says, by an opened key; not kept yet. */
export async function newSeal(
  ports: Pick<Ports, 'newId' | 'hash'>,
  opened: Signer,
  statement: SealStatement,
  journal: JournalHead,
): Promise<WithStatement> {
  const text = canonicalJson(statement);
  return {
    id: ports.newId(),
    subject: statement.kind,
    subjectId: statement.recordId,
    fingerprint: ports.hash(text),
    certificates: opened.record.certificates,
    signature: await opened.seal(text),
    sealedAt: statement.at,
    journal: { entries: journal.entries, head: journal.hash },
    statement,
  };
}
