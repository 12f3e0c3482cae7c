import type { Area } from '#shared/domain/documents/text.ts';
import { failure, isFailure } from '#shared/domain/failure.ts';
import type { DocumentFile, RedactedDocument } from '../../services/ports/documents.ts';
import { kindOf } from '../kind.ts';
import type { DocumentData } from '../tasks.ts';
import { redactPdf } from './redact-pdf.ts';
import { redactPicture } from './redact-picture.ts';

/**
 * A copy without what is under the areas, and without anything that cannot be seen. Fails with FILE_ENCRYPTED and
 * FILE_MALFORMED.
 */
export async function redactDocument(
  { bytes }: DocumentFile,
  areas: readonly Area[],
  data: DocumentData,
  /** Told after each page. */
  tell: (done: number, total: number) => void,
): Promise<RedactedDocument> {
  try {
    switch (kindOf(bytes)) {
      case 'image':
        return await redactPicture(bytes, areas);
      case 'pdf':
        return await redactPdf(bytes, areas, data, tell);
      default:
        throw failure('FILE_MALFORMED', { why: 'not-supported' });
    }
  } catch (thrown) {
    if (isFailure(thrown)) throw thrown;
    throw failure('FILE_MALFORMED', { why: 'damaged' });
  }
}
