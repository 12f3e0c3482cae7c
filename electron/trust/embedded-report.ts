import { decodeStream } from './pdf/decode-stream.ts';
import { openPdf, type PdfDocument } from './pdf/document.ts';
import { pdfFault } from './pdf/fault.ts';
import { textOf } from './pdf/text.ts';
import { isKind, type PdfValue } from './pdf/values.ts';

const reportName = 'report.json';
const maxDepth = 16;
const maxFiles = 10_000;

/** Every file specification of the embedded-files name tree, with the name it is listed under. */
function listedFiles(document: PdfDocument): readonly (readonly [string, PdfValue])[] {
  const files: (readonly [string, PdfValue])[] = [];
  const walk = (value: PdfValue | undefined, depth: number): void => {
    if (depth > maxDepth || files.length > maxFiles) pdfFault('name tree');
    const node = document.dict(value);
    const names = document.resolve(node?.entries.get('Names'));
    const kids = document.resolve(node?.entries.get('Kids'));
    if (isKind(names, 'array'))
      for (let index = 0; index + 1 < names.items.length; index += 2)
        files.push([textOf(document.resolve(names.items[index])), names.items[index + 1] ?? null]);
    if (isKind(kids, 'array')) for (const kid of kids.items) walk(kid, depth + 1);
  };
  const catalog = document.dict(document.rootRef);
  walk(document.dict(catalog?.entries.get('Names'))?.entries.get('EmbeddedFiles'), 0);
  return files;
}

function associatedFiles(document: PdfDocument): readonly (readonly [string, PdfValue])[] {
  const files = document.resolve(document.dict(document.rootRef)?.entries.get('AF'));
  if (!isKind(files, 'array')) return [];
  return files.items.map((file) => {
    const { entries } = document.dict(file) ?? { entries: new Map<string, PdfValue>() };
    return [textOf(document.resolve(entries.get('UF') ?? entries.get('F'))), file] as const;
  });
}

/**
 * The bytes of the one embedded `report.json` of an open PDF; null where there is none.
 * @throws PdfFault where there are several, so that no two readers can see different ones, or it cannot be read.
 */
export function embeddedReport(document: PdfDocument): Uint8Array | null {
  const streams = new Map<number, PdfValue>();
  for (const [name, file] of [...listedFiles(document), ...associatedFiles(document)]) {
    if (name !== reportName) continue;
    const stream = document.dict(document.dict(file)?.entries.get('EF'))?.entries.get('F');
    if (!isKind(stream, 'ref')) return pdfFault('embedded file');
    streams.set(stream.number, stream);
  }
  if (streams.size > 1) pdfFault('several reports');
  const [ref] = streams.values();
  if (ref === undefined) return null;
  const stream = document.resolve(ref);
  return isKind(stream, 'stream') ? decodeStream(stream, document.budget) : pdfFault('embedded file');
}

/**
 * The bytes of a PDF's embedded `report.json`, unjudged; null where it has none.
 * @throws PdfFault where the PDF or the attachment cannot be read.
 */
export const readEmbeddedReport = (pdf: Uint8Array): Uint8Array | null => embeddedReport(openPdf(pdf));
