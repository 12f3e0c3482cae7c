import { failure } from '#shared/domain/failure.ts';
import { wholeFile } from '../documents/kept-text.ts';
import type { PortfolioStore, Ports } from '../ports.ts';

const readable = /\.(?:pdf|docx|txt|rtf|md)$/i;
const firstPages = [1, 2, 3];
const longest = 20 * 1024 ** 2; // bytes: a file that takes long to read is suggested for by its name alone
const patience = 5000; // milliseconds

/** The first words of a kept file; undefined for one that cannot be read, or not soon. */
export async function wordsOf(
  { documents }: Pick<Ports, 'documents'>,
  store: PortfolioStore,
  { hash, name }: { readonly hash: string; readonly name: string },
): Promise<string | undefined> {
  if (!readable.test(name)) return undefined;
  try {
    const size = (await store.blobs.read(hash))?.size ?? 0;
    if (size > longest) throw failure('FILE_TOO_LARGE', { size, limit: longest });
    const file = await wholeFile(store, hash, name);
    if (file === undefined) return undefined;
    const signal = AbortSignal.timeout(patience);
    const { pages } = await documents.read(file, { depth: 'text', pages: firstPages, signal });
    return pages.map(({ text }) => text).join('\n');
  } catch {
    return undefined;
  }
}
