import { inflateSync } from 'node:zlib';
import { type Budget, spend } from './cursor.ts';
import { pdfFault } from './fault.ts';
import { isKind, isNamed, isWhole, type PdfDict, type PdfStream, type PdfValue } from './values.ts';

const maxDecoded = 48 * 1024 * 1024;

/** The single filter's name and parameters; arrays of one are the same thing. */
function onlyFilter(stream: PdfStream): { readonly filter: PdfValue; readonly parameters: PdfValue } {
  const one = (value: PdfValue | undefined): PdfValue => {
    if (!isKind(value, 'array')) return value ?? null;
    return value.items.length > 1 ? pdfFault('several filters') : (value.items[0] ?? null);
  };
  const { entries } = stream.dict;
  return { filter: one(entries.get('Filter')), parameters: one(entries.get('DecodeParms')) };
}

function inflate(data: Uint8Array): Uint8Array {
  try {
    return inflateSync(data, { maxOutputLength: maxDecoded });
  } catch {
    return pdfFault('compressed stream');
  }
}

const paeth = (left: number, up: number, upLeft: number): number => {
  const estimate = left + up - upLeft;
  const [a, b, c] = [Math.abs(estimate - left), Math.abs(estimate - up), Math.abs(estimate - upLeft)];
  if (a <= b && a <= c) return left;
  return b <= c ? up : upLeft;
};

/** Undoes the PNG row filters (predictors 10 to 15) for one-byte pixels, the form used by cross-reference streams. */
function undoPredictor(data: Uint8Array, columns: number): Uint8Array {
  const rows = Math.ceil(data.length / (columns + 1));
  const out = new Uint8Array(rows * columns);
  for (let row = 0; row < rows; row += 1) {
    const type = data[row * (columns + 1)] ?? 0;
    for (let column = 0; column < columns; column += 1) {
      const raw = data[row * (columns + 1) + 1 + column] ?? 0;
      const at = row * columns + column;
      const left = column > 0 ? (out[at - 1] ?? 0) : 0;
      const up = row > 0 ? (out[at - columns] ?? 0) : 0;
      const upLeft = row > 0 && column > 0 ? (out[at - columns - 1] ?? 0) : 0;
      const predicted = [0, left, up, (left + up) >> 1, paeth(left, up, upLeft)][type];
      out[at] = raw + (predicted ?? pdfFault('row filter'));
    }
  }
  return out;
}

function columnsOf(parameters: PdfDict): number {
  const { entries } = parameters;
  const columns = entries.get('Columns') ?? 1;
  const plain = (entries.get('Colors') ?? 1) === 1 && (entries.get('BitsPerComponent') ?? 8) === 8;
  if (!plain || !isWhole(columns) || columns < 1 || columns > 65_536) pdfFault('predictor');
  return columns;
}

/** A stream's content with its filter undone: none or Flate, at most 48 MiB. Others are refused. */
export function decodeStream(stream: PdfStream, budget: Budget): Uint8Array {
  const { filter, parameters } = onlyFilter(stream);
  if (filter === null) return stream.data;
  if (!isNamed(filter, 'FlateDecode')) pdfFault('filter');
  const inflated = inflate(stream.data);
  spend(budget, inflated.length);
  const predictor = isKind(parameters, 'dict') ? (parameters.entries.get('Predictor') ?? 1) : 1;
  if (predictor === 1 || !isKind(parameters, 'dict')) return inflated;
  if (!isWhole(predictor) || predictor < 10 || predictor > 15) pdfFault('predictor');
  return undoPredictor(inflated, columnsOf(parameters));
}
