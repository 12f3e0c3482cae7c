import { isFailure } from '#shared/domain/failure.ts';
import type { RawHit } from '#shared/domain/identifiers/check.ts';
import type { FileCheck } from '#shared/domain/identifiers/file-check.ts';
import type { IdentifierOptions } from '#shared/domain/identifiers/types.ts';
import type { Sha256 } from '#shared/domain/ids.ts';
import { keepFindings } from '../documents/kept-findings.ts';
import { stopIfCancelled } from '../jobs.ts';
import type { ReadOptions } from '../ports/documents.ts';
import type { Documents, PortfolioStore } from '../ports.ts';
import { bytesOf } from './read-file.ts';

/** What kept a file from being read, where that is something to tell and not to fail of; null: it is not kept here. */
function stateAfter(thrown: unknown): FileCheck['state'] | null | undefined {
  if (!isFailure(thrown)) return undefined;
  if (thrown.failure === 'FILE_ENCRYPTED') return 'encrypted';
  if (thrown.failure === 'FILE_MALFORMED') return 'malformed';
  if (thrown.failure === 'FILE_TOO_LARGE') return 'too-large';
  return thrown.failure === 'NOT_FOUND' ? null : undefined;
}

/** A file of an item, as it is looked through. */
export type FileToCheck = {
  readonly hash: Sha256;
  readonly name: string;
  /** A redacted copy, made by Waymark. */
  readonly isCopy: boolean;
};

/** The words that make a redacted copy searchable lie unseen over its picture; as words of its pages they are checked. */
const isSearchLayer = ({ place }: RawHit) => place.kind === 'hidden' && place.what === 'invisible-text';

/**
 * Has a file looked through for identifiers, beside the thread that serves the screen. What cannot be read is told, not
 * thrown; undefined: it is not kept here. What it hides is kept on the way. Fails with CANCELLED.
 */
export async function checkFile(
  documents: Documents,
  store: PortfolioStore,
  { hash, name, isCopy }: FileToCheck,
  options: IdentifierOptions,
  how: Pick<ReadOptions, 'background' | 'progress'> & { readonly signal: AbortSignal },
): Promise<FileCheck | undefined> {
  try {
    const file = { bytes: await bytesOf(store.blobs, hash), name };
    const { check, findings } = await documents.check(file, { hash, options }, how);
    await keepFindings(store, hash, findings);
    return isCopy ? { ...check, hits: check.hits.filter((hit) => !isSearchLayer(hit)) } : check;
  } catch (thrown) {
    stopIfCancelled(how.signal);
    const state = stateAfter(thrown);
    if (state === undefined) throw thrown;
    if (state === null) return undefined;
    return { state, pages: 0, withoutText: 0, cutShort: false, hits: [] };
  }
}
