import { fileFailureSchema, type KeptText, keptTextSchema } from '#shared/domain/documents/kept-text.ts';
import { documentLimits } from '#shared/domain/documents/text.ts';
import { failure, isFailure } from '#shared/domain/failure.ts';
import type { Sha256 } from '#shared/domain/ids.ts';
import type { DocumentFile, PortfolioStore, Ports } from '../ports.ts';

const nameOf = (hash: Sha256) => `text ${hash}`;

/** The words of a file that was read before. */
export async function loadText({ derived }: PortfolioStore, hash: Sha256): Promise<KeptText | undefined> {
  const bytes = await derived.get(nameOf(hash));
  if (bytes === undefined) return undefined;
  try {
    return keptTextSchema.parse(JSON.parse(new TextDecoder().decode(bytes)));
  } catch {
    return undefined;
  }
}

/** All of a kept file in memory; undefined when it is not kept here. Fails with FILE_MALFORMED (`too-large`). */
export async function wholeFile(
  { blobs }: PortfolioStore,
  hash: Sha256,
  name: string,
): Promise<DocumentFile | undefined> {
  const blob = await blobs.read(hash);
  if (blob === undefined) return undefined;
  if (blob.size > documentLimits.bytes) throw failure('FILE_MALFORMED', { why: 'too-large' });
  const bytes = new Uint8Array(blob.size);
  let at = 0;
  for await (const chunk of blob.bytes) {
    bytes.set(chunk, at);
    at += chunk.length;
  }
  return { bytes, name };
}

/** What a failure says of the file itself; undefined for one that is about something else and may pass. */
function failureOfFile(thrown: unknown): KeptText['failure'] | undefined {
  if (!isFailure(thrown)) return undefined;
  if (thrown.failure === 'FILE_ENCRYPTED') return { code: 'FILE_ENCRYPTED' };
  const parsed = fileFailureSchema.safeParse({ code: thrown.failure, ...thrown.data });
  return parsed.success ? parsed.data : undefined;
}

/**
 * Reads a file's words and keeps them; a file that cannot be read is kept as such, so that it is not tried every day.
 * Undefined when it is not kept here. Fails with CANCELLED and what storage fails with.
 */
export async function readText(
  { documents }: Pick<Ports, 'documents'>,
  store: PortfolioStore,
  { hash, name }: { readonly hash: Sha256; readonly name: string },
  { signal, background }: { readonly signal: AbortSignal; readonly background: boolean },
): Promise<KeptText | undefined> {
  let kept: KeptText;
  try {
    const file = await wholeFile(store, hash, name);
    if (file === undefined) return undefined;
    const { kind, pageCount, cutShort, pages } = await documents.read(file, {
      depth: 'text',
      signal,
      background,
    });
    const words = pages.map(({ page, width, height, text }) => ({ page, width, height, text }));
    kept = { form: 1, kind, pageCount, cutShort, pages: words, failure: null };
  } catch (thrown) {
    const fault = failureOfFile(thrown);
    if (fault === undefined) throw thrown;
    kept = { form: 1, kind: 'other', pageCount: 0, cutShort: false, pages: [], failure: fault };
  }
  await store.derived.put(nameOf(hash), new TextEncoder().encode(JSON.stringify(kept)));
  return kept;
}
