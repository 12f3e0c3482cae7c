import type { DocumentText } from '#shared/domain/documents/text.ts';
import { isFailure } from '#shared/domain/failure.ts';
import type { CheckedFile, FileState, RawHit } from '#shared/domain/identifiers/check.ts';
import { mostHits } from '#shared/domain/identifiers/check.ts';
import { hitsOfDocument } from '#shared/domain/identifiers/check-document.ts';
import type { IdentifierOptions } from '#shared/domain/identifiers/types.ts';
import type { Sha256 } from '#shared/domain/ids.ts';
import { stopIfCancelled } from '../jobs.ts';
import type { BlobStore, Documents } from '../ports.ts';
import { bytesOf } from './read-file.ts';

/** What one file was found to hold, whatever it is called and wherever it is attached. */
export type FileCheck = Pick<CheckedFile, 'state' | 'pages' | 'withoutText' | 'cutShort'> & {
  readonly hits: readonly RawHit[];
};

const unread = (state: FileState): FileCheck => ({
  state,
  pages: 0,
  withoutText: 0,
  cutShort: false,
  hits: [],
});

/** What kept a file from being read, where that is something to tell and not to fail of. */
function stateAfter(thrown: unknown): FileState | undefined {
  if (!isFailure(thrown)) return undefined;
  if (thrown.failure === 'FILE_ENCRYPTED') return 'encrypted';
  if (thrown.failure === 'FILE_MALFORMED') return 'malformed';
  if (thrown.failure === 'FILE_TOO_LARGE') return 'too-large';
  return thrown.failure === 'NOT_FOUND' ? 'not-kept' : undefined;
}

/** Lets whatever waits have its turn. */
const pause = () => new Promise<void>((resolve) => setImmediate(resolve));
const longestTurn = 20; // milliseconds

async function hitsIn(
  file: Sha256,
  document: DocumentText,
  options: IdentifierOptions,
  signal: AbortSignal,
): Promise<{ readonly hits: readonly RawHit[]; readonly cutShort: boolean }> {
  const hits: RawHit[] = [];
  let since = performance.now();
  for (const some of hitsOfDocument(file, document, options)) {
    hits.push(...some);
    if (hits.length > mostHits) return { hits: hits.slice(0, mostHits), cutShort: true };
    if (performance.now() - since > longestTurn) {
      await pause();
      stopIfCancelled(signal);
      since = performance.now();
    }
  }
  return { hits, cutShort: false };
}

/** Reads a file and looks for identifiers in it. What cannot be read is told, not thrown. Fails with CANCELLED. */
export async function checkFile(
  documents: Documents,
  blobs: BlobStore,
  { hash, name }: { readonly hash: Sha256; readonly name: string },
  options: IdentifierOptions,
  signal: AbortSignal,
): Promise<FileCheck> {
  let document: DocumentText;
  try {
    document = await documents.read({ bytes: await bytesOf(blobs, hash), name }, { signal });
  } catch (thrown) {
    stopIfCancelled(signal);
    const state = stateAfter(thrown);
    if (state === undefined) throw thrown;
    return unread(state);
  }
  const { hits, cutShort } = await hitsIn(hash, document, options, signal);
  const withoutText = document.pages.filter(({ text }) => text.trim() === '').length;
  return {
    state: withoutText === document.pages.length ? 'no-text' : 'read',
    pages: document.pageCount,
    withoutText,
    cutShort: cutShort || document.cutShort,
    hits,
  };
}
