import { isFailure } from '#shared/domain/failure.ts';
import type { FileCheck } from '#shared/domain/identifiers/file-check.ts';
import type { IdentifierOptions } from '#shared/domain/identifiers/types.ts';
import type { Sha256 } from '#shared/domain/ids.ts';
import { stopIfCancelled } from '../jobs.ts';
import type { BlobStore, Documents } from '../ports.ts';
import { bytesOf } from './read-file.ts';

/** What kept a file from being read, where that is something to tell and not to fail of; null: it is not kept here. */
function stateAfter(thrown: unknown): FileCheck['state'] | null | undefined {
  if (!isFailure(thrown)) return undefined;
  if (thrown.failure === 'FILE_ENCRYPTED') return 'encrypted';
  if (thrown.failure === 'FILE_MALFORMED') return 'malformed';
  if (thrown.failure === 'FILE_TOO_LARGE') return 'too-large';
  return thrown.failure === 'NOT_FOUND' ? null : undefined;
}

/**
 * Has a file looked through for identifiers, beside the thread that serves the screen. What cannot be read is told, not
 * thrown; undefined: it is not kept here. Fails with CANCELLED.
 */
export async function checkFile(
  documents: Documents,
  blobs: BlobStore,
  { hash, name }: { readonly hash: Sha256; readonly name: string },
  options: IdentifierOptions,
  how: { readonly signal: AbortSignal; readonly background: boolean },
): Promise<FileCheck | undefined> {
  try {
    const file = { bytes: await bytesOf(blobs, hash), name };
    return await documents.check(file, { hash, options }, how);
  } catch (thrown) {
    stopIfCancelled(how.signal);
    const state = stateAfter(thrown);
    if (state === undefined) throw thrown;
    if (state === null) return undefined;
    return { state, pages: 0, withoutText: 0, cutShort: false, hits: [] };
  }
}
