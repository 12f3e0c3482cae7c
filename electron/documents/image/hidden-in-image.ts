import exifr from 'exifr';
import type { HiddenFinding } from '#shared/domain/documents/text.ts';
import { finding } from '../findings.ts';
import { pictureFormat } from '../kind.ts';
import { anatomyOf } from './trailing.ts';

// What only says how the picture is coded, or what every camera writes.
const dull =
  /^(?:Exif|Image|Pixel|YCbCr|Color|Compress|Compon|Resolution|XRes|YRes|Orientation|Bits|Photometric|Planar|Samples|Strip|Rows|Flash|Focal|FNumber|Exposure|ISO|Aperture|Shutter|Brightness|Metering|Light|White|Scene|Sensing|Digital|Contrast|Satur|Sharp|Gain|Subject(?:Area|Dist)|Custom|Interop|Thumbnail|Version|xmptk|format|about|Sensitivity|Recommended|MaxAperture|CFA|FileSource|ProfileVersion|filter|interlace|JFIF|Composite)/i;
const place = /gps|latitude|longitude|altitude|city|location|country|state/i;

const readable = (value: unknown): string => {
  if (typeof value === 'string') return value;
  if (typeof value === 'number') return String(value);
  if (value instanceof Date) return value.toISOString();
  if (Array.isArray(value)) return value.map(readable).filter(Boolean).join(', ');
  if (typeof value === 'object' && value !== null && 'value' in value) return readable(value.value);
  return '';
};

async function recorded(bytes: Uint8Array): Promise<readonly HiddenFinding[]> {
  const tags: unknown = await exifr
    .parse(bytes, {
      tiff: true,
      exif: true,
      gps: true,
      xmp: true,
      iptc: true,
      ihdr: false,
      icc: false,
      jfif: false,
    })
    .catch(() => undefined);
  if (typeof tags !== 'object' || tags === null) return [];
  return Object.entries(tags).flatMap(([label, value]) => {
    const text = readable(value);
    // Latitude and longitude say it in figures everybody knows.
    if (text.trim() === '' || dull.test(label) || ('latitude' in tags && /^GPS/.test(label))) return [];
    return [finding(place.test(label) ? 'location' : 'metadata', label, text)];
  });
}

/** What a picture says beyond what it shows: who, when, where, with what; and what stands after its end. */
export async function hiddenInPicture(bytes: Uint8Array): Promise<readonly HiddenFinding[]> {
  const format = pictureFormat(bytes);
  if (format === undefined) return [];
  const { end, notes } = anatomyOf(bytes, format);
  const found = [...(await recorded(bytes)), ...notes.map((note) => finding('metadata', 'note', note))];
  if (end === undefined || end >= bytes.length) return found;
  const rest = bytes.subarray(end);
  // Some cameras fill up with zeros.
  if (rest.every((byte) => byte === 0)) return found;
  const words =
    Buffer.from(rest.subarray(0, 4000))
      .toString('latin1')
      .match(/[\x20-\x7e]{6,}/g) ?? [];
  return [...found, finding('trailing-data', `${rest.length}`, words.join(' '))];
}
