import type { EvidenceItem } from '#shared/domain/evidence.ts';
import { failure } from '#shared/domain/failure.ts';
import type { Id, Sha256 } from '#shared/domain/ids.ts';
import type { DocumentFile, Ports } from '../ports.ts';
import type { OpenPortfolio } from '../session.ts';

/** Fails with NOT_FOUND: `evidence`, or `file` where the item has no such attachment. */
export function itemWith({ store }: OpenPortfolio, id: Id, hash: Sha256): EvidenceItem {
  const item = store.get('evidence', id);
  if (item === undefined) throw failure('NOT_FOUND', { what: 'evidence' });
  if (!item.attachments.some((file) => file.hash === hash)) throw failure('NOT_FOUND', { what: 'file' });
  return item;
}

type Attached = EvidenceItem['attachments'][number];

/** Changes one attachment of the item as it is by now, in its turn. */
const change = (
  portfolio: OpenPortfolio,
  { id, hash }: { readonly id: Id; readonly hash: Sha256 },
  {
    action,
    at,
    to,
  }: { readonly action: string; readonly at: string; readonly to: (file: Attached) => Attached },
): Promise<EvidenceItem> =>
  portfolio.inTurn(async () => {
    const item = itemWith(portfolio, id, hash);
    const attachments = item.attachments.map((file) => (file.hash === hash ? to(file) : file));
    const value = { ...item, attachments, updatedAt: at };
    await portfolio.store.commit(action, [{ collection: 'evidence', id, value }]);
    return value;
  });

async function* piecesOf(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  const piece = 1024 ** 2;
  for (let at = 0; at < bytes.length; at += piece) yield bytes.subarray(at, at + piece);
}

/** Keeps a redacted copy beside its original, in place of an earlier one. */
export async function keepCopy(
  { clock }: Pick<Ports, 'clock'>,
  portfolio: OpenPortfolio,
  file: { readonly id: Id; readonly hash: Sha256 },
  made: { readonly bytes: DocumentFile['bytes']; readonly mediaType: string },
): Promise<EvidenceItem> {
  const kept = await portfolio.store.blobs.put(piecesOf(made.bytes));
  const at = clock.now().toISOString();
  const copy = { ...kept, mediaType: made.mediaType, at };
  return change(portfolio, file, {
    action: 'evidence.redact',
    at,
    to: (original) => ({ ...original, redacted: { ...copy, name: original.name } }),
  });
}

/** Takes the redacted copy off the item, so that the original is shared again. */
export async function dropCopy(
  { clock }: Pick<Ports, 'clock'>,
  portfolio: OpenPortfolio,
  file: { readonly id: Id; readonly hash: Sha256 },
): Promise<EvidenceItem> {
  const before = itemWith(portfolio, file.id, file.hash);
  if (before.attachments.every(({ hash, redacted }) => hash !== file.hash || redacted === undefined))
    return before;
  return change(portfolio, file, {
    action: 'evidence.share-original',
    at: clock.now().toISOString(),
    to: ({ redacted: _, ...original }) => original,
  });
}
