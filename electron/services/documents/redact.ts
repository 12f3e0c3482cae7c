import type { EvidenceItem, Passage } from '#shared/domain/evidence.ts';
import { failure } from '#shared/domain/failure.ts';
import type { Id, Sha256 } from '#shared/domain/ids.ts';
import { findQuote } from '#shared/domain/passages/find-quote.ts';
import { linksAfterRedaction } from '#shared/domain/passages/passages.ts';
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
    links = (item) => item.links,
  }: {
    readonly action: string;
    readonly at: string;
    readonly to: (file: Attached) => Attached;
    readonly links?: (item: EvidenceItem) => EvidenceItem['links'];
  },
): Promise<EvidenceItem> =>
  portfolio.inTurn(async () => {
    const item = itemWith(portfolio, id, hash);
    const attachments = item.attachments.map((file) => (file.hash === hash ? to(file) : file));
    const value = { ...item, attachments, links: links(item), updatedAt: at };
    await portfolio.store.commit(action, [{ collection: 'evidence', id, value }]);
    return value;
  });

async function* piecesOf(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  const piece = 1024 ** 2;
  for (let at = 0; at < bytes.length; at += piece) yield bytes.subarray(at, at + piece);
}

/** What the copy says, page by page; nothing where it cannot be read. */
async function pagesOfCopy({ texts }: OpenPortfolio, copy: Sha256): Promise<ReadonlyMap<number, string>> {
  const kept = await texts.have(copy).catch(() => undefined);
  return new Map(kept?.pages.map(({ page, text }) => [page, text]));
}

/**
 * Keeps a redacted copy beside its original, in place of an earlier one. What was quoted of the file and is not in the
 * copy is quoted no longer: the item goes to others.
 */
export async function keepCopy(
  { clock }: Pick<Ports, 'clock'>,
  portfolio: OpenPortfolio,
  file: { readonly id: Id; readonly hash: Sha256 },
  made: { readonly bytes: DocumentFile['bytes']; readonly mediaType: string },
): Promise<EvidenceItem> {
  const kept = await portfolio.store.blobs.put(piecesOf(made.bytes));
  const at = clock.now().toISOString();
  const copy = { ...kept, mediaType: made.mediaType, at };
  const pages = await pagesOfCopy(portfolio, copy.hash);
  const says = ({ from, to, quote }: Passage) =>
    [...pages].some(([page, text]) => page >= from && page <= to && findQuote(text, quote) !== undefined);
  return change(portfolio, file, {
    action: 'evidence.redact',
    at,
    to: (original) => ({ ...original, redacted: { ...copy, name: original.name } }),
    links: ({ attachments, links }) => {
      const earlier = attachments.find(({ hash }) => hash === file.hash)?.redacted?.hash;
      return linksAfterRedaction(links, new Set([file.hash, earlier ?? file.hash]), copy.hash, says);
    },
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
    // What was quoted of the copy stands in the original too.
    links: ({ attachments, links }) => {
      const copy = attachments.find(({ hash }) => hash === file.hash)?.redacted?.hash;
      return copy === undefined ? links : linksAfterRedaction(links, new Set([copy]), file.hash, () => true);
    },
  });
}
