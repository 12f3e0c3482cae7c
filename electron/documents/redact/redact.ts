import type { Area } from '#shared/domain/documents/text.ts';
import { failure } from '#shared/domain/failure.ts';
import type { DocumentFile, RedactedDocument } from '../../services/ports/documents.ts';
import { kindOf } from '../kind.ts';
import type { DocumentData } from '../tasks.ts';
import { redactPicture } from './redact-picture.ts';

/** A copy without what is under the areas, and without anything that cannot be seen. Fails with FILE_MALFORMED. */
export async function redactDocument(
  { bytes }: DocumentFile,
  areas: readonly Area[],
  _data: DocumentData,
): Promise<RedactedDocument> {
  switch (kindOf(bytes)) {
    case 'image':
      return redactPicture(bytes, areas);
    default:
      throw failure('FILE_MALFORMED', { why: 'not-supported' });
  }
}
