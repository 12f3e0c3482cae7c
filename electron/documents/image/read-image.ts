import { documentLimits, type FoundCode, type PageText } from '#shared/domain/documents/text.ts';
import { isFailure } from '#shared/domain/failure.ts';
import { codesIn } from '../codes.ts';
import type { Reading, Wanted } from '../reading.ts';
import type { DocumentData } from '../tasks.ts';
import { hiddenInPicture } from './hidden-in-image.ts';
import { loadPicture } from './load-picture.ts';

/** A picture is one page without words; its size is that of its pixels, 0 where it is of a kind that is not drawn here. */
export async function readImage(
  bytes: Uint8Array,
  { hidden }: Wanted,
  data: DocumentData,
  tell: (page: PageText, of: number) => void,
): Promise<Reading> {
  const picture = await loadPicture(bytes).catch((thrown: unknown) => {
    if (isFailure(thrown) && thrown.failure === 'FILE_MALFORMED' && 'why' in thrown.data)
      if (thrown.data.why === 'not-supported') return undefined;
    throw thrown;
  });
  tell({ page: 1, width: picture?.width ?? 0, height: picture?.height ?? 0, text: '', spans: [] }, 1);
  const found = hidden ? await hiddenInPicture(bytes) : [];
  const codes: readonly FoundCode[] =
    hidden && picture !== undefined ? await codesIn(picture, 1, 1, data) : [];
  return {
    kind: 'image',
    pageCount: 1,
    hidden: found.slice(0, documentLimits.findings),
    codes,
    cutShort: found.length > documentLimits.findings,
  };
}
