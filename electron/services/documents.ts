import type { Services } from '#shared/contract/services.ts';
import type { KeptText } from '#shared/domain/documents/kept-text.ts';
import { failure } from '#shared/domain/failure.ts';
import type { Sha256 } from '#shared/domain/ids.ts';
import { findWords } from './documents/find.ts';
import { findingsOf } from './documents/kept-findings.ts';
import { wholeFile } from './documents/kept-text.ts';
import { permanenceOf } from './documents/permanence.ts';
import { dropCopy, itemWith, keepCopy } from './documents/redact.ts';
import { stopIfCancelled } from './jobs.ts';
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

/** What is inside attached files. */
export function createDocumentsService(ports: Ports, session: Session): Services['documents'] {
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
    findings: async ({ portfolioId, hash }) =>
      findingsOf(ports, (await session.portfolio(portfolioId)).store, hash),
    permanence: async ({ portfolioId, ...asked }) => {
      const { store } = await session.portfolio(portfolioId);
      if (!(await store.blobs.has(asked.hash))) throw notHere();
      return {
        jobId: session.jobs.start('look-for-hidden', (tools) => permanenceOf(ports, store, asked, tools)),
      };
    },
    find: async ({ portfolioId, hash, ...asked }) => {
      const portfolio = await session.portfolio(portfolioId);
      const kept = await portfolio.texts.have(hash);
      if (kept === undefined) throw notHere();
      refuseUnread(kept);
      return findWords(ports.documents, kept, () => fileOf(portfolio, hash), asked);
    },
    redact: async ({ portfolioId, id, hash, areas }) => {
      const portfolio = await session.portfolio(portfolioId);
      itemWith(portfolio, id, hash);
      if (!(await portfolio.store.blobs.has(hash))) throw notHere();
      const jobId = session.jobs.start('redact', async ({ signal, progress }) => {
        const made = await ports.documents.redact(await fileOf(portfolio, hash), areas, {
          signal,
          progress: (done, total) => progress('redacting', done, total),
        });
        // From here on it is kept to its end: a copy without an item would be a file nobody names.
        stopIfCancelled(signal);
        return keepCopy(ports, portfolio, { id, hash }, made);
      });
      return { jobId };
    },
    shareOriginal: async ({ portfolioId, id, hash }) =>
      dropCopy(ports, await session.portfolio(portfolioId), { id, hash }),
  };
}
