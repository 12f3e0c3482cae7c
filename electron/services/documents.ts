import type { Services } from '#shared/contract/services.ts';
import type { KeptText } from '#shared/domain/documents/kept-text.ts';
import type { EvidenceItem } from '#shared/domain/evidence.ts';
import { failure } from '#shared/domain/failure.ts';
import type { Id, Sha256 } from '#shared/domain/ids.ts';
import { wholeFile } from './documents/kept-text.ts';
import type { DocumentFile, Ports } from './ports.ts';
import type { OpenPortfolio, Session } from './session.ts';

const notHere = () => failure('NOT_FOUND', { what: 'file' });

function refuseUnread({ failure: fault }: KeptText): void {
  if (fault?.code === 'FILE_ENCRYPTED') throw failure('FILE_ENCRYPTED', {});
  if (fault?.code === 'FILE_MALFORMED') throw failure('FILE_MALFORMED', { why: fault.why });
}

async function fileOf({ store }: OpenPortfolio, hash: Sha256): Promise<DocumentFile> {
  const file = await wholeFile(store, hash, '');
  if (file === undefined) throw notHere();
  return file;
}

function statusOf({ texts }: OpenPortfolio): Awaited<ReturnType<Services['documents']['status']>> {
  const { files, read, failed, running } = texts.state();
  return {
    files,
    read,
    running,
    failed: failed.map(({ hash, failure: fault }) => ({
      hash,
      code: fault.code,
      why: fault.code === 'FILE_MALFORMED' ? fault.why : null,
    })),
  };
}

function base64Of(bytes: Uint8Array): string {
  const letters: string[] = [];
  const piece = 8190; // a multiple of three, so that the pieces' letters join
  for (let at = 0; at < bytes.length; at += piece)
    letters.push(btoa(String.fromCharCode(...bytes.subarray(at, at + piece))));
  return letters.join('');
}

async function* piecesOf(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  const piece = 1024 ** 2;
  for (let at = 0; at < bytes.length; at += piece) yield bytes.subarray(at, at + piece);
}

/** What is inside attached files. */
export function createDocumentsService(ports: Ports, session: Session): Services['documents'] {
  const itemWith = ({ store }: OpenPortfolio, id: Id, hash: Sha256): EvidenceItem => {
    const item = store.get('evidence', id);
    if (item === undefined) throw failure('NOT_FOUND', { what: 'evidence' });
    if (!item.attachments.some((file) => file.hash === hash)) throw notHere();
    return item;
  };

  return {
    text: async ({ portfolioId, hash, page }) => {
      const portfolio = await session.portfolio(portfolioId);
      if (page !== undefined) {
        const file = await fileOf(portfolio, hash);
        const read = await ports.documents.read(file, { depth: 'places', pages: [page] });
        const { kind, pageCount, cutShort, pages } = read;
        return { kind, pageCount, cutShort, pages: pages.filter((each) => each.page === page) };
      }
      const kept = await portfolio.texts.have(hash);
      if (kept === undefined) throw notHere();
      refuseUnread(kept);
      const { kind, pageCount, cutShort, pages } = kept;
      return { kind, pageCount, cutShort, pages: pages.map((each) => ({ ...each, spans: [] })) };
    },
    page: async ({ portfolioId, hash, page, width }) => {
      const file = await fileOf(await session.portfolio(portfolioId), hash);
      return { png: base64Of(await ports.documents.render(file, page, width)) };
    },
    index: async ({ portfolioId }) => {
      const portfolio = await session.portfolio(portfolioId);
      const jobId = session.jobs.start('index-files', async (tools) => {
        await portfolio.texts.readAll(tools);
        return { ...statusOf(portfolio), running: false };
      });
      return { jobId };
    },
    status: async ({ portfolioId }) => statusOf(await session.portfolio(portfolioId)),
    findings: async ({ portfolioId, hash }) => {
      const file = await fileOf(await session.portfolio(portfolioId), hash);
      const { hidden, codes, cutShort } = await ports.documents.read(file, { depth: 'all' });
      return { hidden, codes, cutShort };
    },
    redact: async ({ portfolioId, id, hash, areas }) => {
      const portfolio = await session.portfolio(portfolioId);
      itemWith(portfolio, id, hash);
      const made = await ports.documents.redact(await fileOf(portfolio, hash), areas);
      const kept = await portfolio.store.blobs.put(piecesOf(made.bytes));
      return portfolio.inTurn(async () => {
        // Asked for again: the item may have changed while the copy was made.
        const item = itemWith(portfolio, id, hash);
        const at = ports.clock.now().toISOString();
        const copy = { ...kept, mediaType: made.mediaType, at };
        const attachments = item.attachments.map((file) =>
          file.hash === hash ? { ...file, redacted: { ...copy, name: file.name } } : file,
        );
        const value = { ...item, attachments, updatedAt: at };
        await portfolio.store.commit('evidence.redact', [{ collection: 'evidence', id, value }]);
        return value;
      });
    },
  };
}
