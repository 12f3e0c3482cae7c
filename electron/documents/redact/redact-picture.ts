import { createCanvas } from '@napi-rs/canvas';
import type { Area } from '#shared/domain/documents/text.ts';
import type { RedactedDocument } from '../../services/ports/documents.ts';
import { loadPicture } from '../image/load-picture.ts';
import { pictureFormat } from '../kind.ts';
import { burn } from './burn.ts';

const quality = 92;

/**
 * The picture drawn anew with the areas blacked out: only its pixels go over, none of its metadata. PNG stays PNG, WebP
 * stays WebP, and everything else becomes JPEG.
 */
export async function redactPicture(bytes: Uint8Array, areas: readonly Area[]): Promise<RedactedDocument> {
  const picture = await loadPicture(bytes);
  const canvas = createCanvas(picture.width, picture.height);
  const context = canvas.getContext('2d');
  const format = pictureFormat(bytes);
  const transparent = format === 'png' || format === 'gif' || format === 'webp';
  if (!transparent) {
    context.fillStyle = '#ffffff';
    context.fillRect(0, 0, canvas.width, canvas.height);
  }
  context.drawImage(picture, 0, 0);
  burn(canvas, areas, 1);
  if (format === 'png' || format === 'gif')
    return { bytes: new Uint8Array(await canvas.encode('png')), mediaType: 'image/png' };
  if (format === 'webp')
    return { bytes: new Uint8Array(await canvas.encode('webp', quality)), mediaType: 'image/webp' };
  return { bytes: new Uint8Array(await canvas.encode('jpeg', quality)), mediaType: 'image/jpeg' };
}
