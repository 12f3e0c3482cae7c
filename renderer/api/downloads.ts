import { z } from 'zod';
import { failure } from '#shared/domain/failure.ts';
import { doorFetch } from './door-fetch.ts';

export type KeptFile = { readonly hash: string; readonly name: string; readonly mediaType: string };

async function askForKept(portfolioId: string, file: KeptFile, init: RequestInit = {}): Promise<Response> {
  const query = new URLSearchParams({ name: file.name, type: file.mediaType });
  const answer = await doorFetch(`${location.origin}/blobs/${portfolioId}/${file.hash}?${query}`, init);
  if (answer.status === 404) throw failure('NOT_FOUND', { what: 'file' });
  if (!answer.ok) throw failure('UNEXPECTED', { reference: `file ${answer.status}` });
  return answer;
}

/** The bytes of a kept file. Fails with NOT_FOUND when the portfolio does not hold it. */
export async function readKeptFile(portfolioId: string, file: KeptFile): Promise<Blob> {
  return (await askForKept(portfolioId, file)).blob();
}

/** As `readKeptFile`, in memory alone: a browser may put a large blob on its own disk. */
export async function readKeptBytes(
  portfolioId: string,
  file: KeptFile,
  signal: AbortSignal,
): Promise<ArrayBuffer> {
  return (await askForKept(portfolioId, file, { signal })).arrayBuffer();
}

/** Fetches a kept file with the session's key and hands it to the browser or the desktop to save. */
export async function saveKeptFile(portfolioId: string, file: KeptFile): Promise<void> {
  saveBlob(await readKeptFile(portfolioId, file), file.name);
}

const ticketSchema = z.object({ ticket: z.string() });

/**
 * Has the browser or the desktop save a finished file of the outbox, straight to disk: it may be larger than what a page
 * can hold. Fails with NOT_FOUND when it waits no longer.
 */
export async function saveOutgoing(id: string, name: string): Promise<void> {
  const answer = await doorFetch(`${location.origin}/outgoing/${id}/ticket`, { method: 'POST' });
  if (answer.status === 404) throw failure('NOT_FOUND', { what: 'file' });
  if (!answer.ok) throw failure('UNEXPECTED', { reference: `outgoing ${answer.status}` });
  const { ticket } = ticketSchema.parse(await answer.json());
  offer(`${location.origin}/outgoing/${id}?ticket=${ticket}`, name);
}

function offer(address: string, name: string): void {
  const anchor = document.createElement('a');
  anchor.href = address;
  anchor.download = name;
  anchor.click();
}

/** Offers bytes the page holds as a download. */
export function saveBlob(blob: Blob, name: string): void {
  const url = URL.createObjectURL(blob);
  offer(url, name);
  // The download has taken its own hold of the bytes by the next turn.
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}
