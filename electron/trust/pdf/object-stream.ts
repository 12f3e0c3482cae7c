import { type Budget, cursorAt, expectWhole, skipSpace } from './cursor.ts';
import { decodeStream } from './decode-stream.ts';
import { pdfFault } from './fault.ts';
import { parseValue } from './parse-value.ts';
import { isKind, isNamed, isWhole, type PdfValue } from './values.ts';

/** Reads the object with this number at this place of an object stream. */
export type PackedObjects = (number: number, index: number) => PdfValue;

/** Opens an object stream: unpacked once, its objects read as they are asked for. */
export function openPackedObjects(holder: PdfValue, budget: Budget): PackedObjects {
  if (!isKind(holder, 'stream') || !isNamed(holder.dict.entries.get('Type'), 'ObjStm'))
    return pdfFault('no object stream there');
  const count = holder.dict.entries.get('N');
  const first = holder.dict.entries.get('First');
  const data = decodeStream(holder, budget);
  if (!isWhole(count) || !isWhole(first) || first > data.length) return pdfFault('object stream');
  const header = cursorAt(data, 0, budget, first);
  const places: { readonly number: number; readonly offset: number }[] = [];
  for (let position = 0; position < count; position += 1) {
    skipSpace(header);
    const number = expectWhole(header);
    skipSpace(header);
    places.push({ number, offset: expectWhole(header) });
  }
  const known = new Map<number, PdfValue>();
  return (number, index) => {
    const place = places[index];
    if (place?.number !== number) return pdfFault('packed object number');
    const read = known.get(index);
    if (read !== undefined) return read;
    const cursor = cursorAt(data, first + place.offset, budget);
    skipSpace(cursor);
    const value = parseValue(cursor);
    known.set(index, value);
    return value;
  };
}
