import { type Image, loadImage } from '@napi-rs/canvas';
import { failure } from '#shared/domain/failure.ts';
import { pictureFormat } from '../kind.ts';
import { pictureSize } from './picture-size.ts';

const mostPixels = 120_000_000;

/** Unpacks a picture, upright as its camera meant it. Fails with FILE_MALFORMED. */
export async function loadPicture(bytes: Uint8Array): Promise<Image> {
  const format = pictureFormat(bytes);
  const size = format === undefined ? undefined : pictureSize(bytes, format);
  if (size === undefined) throw failure('FILE_MALFORMED', { why: 'not-supported' });
  if (size.width * size.height > mostPixels) throw failure('FILE_MALFORMED', { why: 'too-large' });
  try {
    return await loadImage(bytes);
  } catch {
    throw failure('FILE_MALFORMED', { why: 'damaged' });
  }
}
