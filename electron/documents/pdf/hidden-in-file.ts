import type { PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import type { HiddenFinding } from '#shared/domain/documents/text.ts';
import { finding } from '../findings.ts';

// What only says how the file was made.
const dull = new Set([
  'PDFFormatVersion',
  'Trapped',
  'CreationDate',
  'ModDate',
  'Language',
  'EncryptFilterName',
]);

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null;

async function describedBy(pdf: PDFDocumentProxy): Promise<readonly HiddenFinding[]> {
  const { info, metadata } = await pdf.getMetadata();
  const fields: (readonly [string, unknown])[] = Object.entries(info);
  const own = fields.find(([label]) => label === 'Custom')?.[1];
  if (isObject(own)) fields.push(...Object.entries(own));
  for (const [label, value] of metadata ?? []) fields.push([String(label), value]);
  const found = new Map<string, HiddenFinding>();
  for (const [label, value] of fields) {
    const text = Array.isArray(value) ? value.join(', ') : value;
    if (typeof text !== 'string' || text.trim() === '' || dull.has(label)) continue;
    // The same is often said twice, in both forms a PDF has for it.
    found.set(text.trim(), found.get(text.trim()) ?? finding('metadata', label, text));
  }
  return [...found.values()];
}

async function scriptsIn(pdf: PDFDocumentProxy): Promise<readonly HiddenFinding[]> {
  const actions: unknown = await pdf.getJSActions();
  if (!isObject(actions)) return [];
  return Object.entries(actions).flatMap(([label, code]) =>
    (Array.isArray(code) ? code : [code]).map((text) => finding('script', label, String(text))),
  );
}

async function attachedTo(pdf: PDFDocumentProxy): Promise<readonly HiddenFinding[]> {
  const attached: unknown = await pdf.getAttachments();
  if (!isObject(attached)) return [];
  return Object.values(attached).map((file) => {
    const name = isObject(file) && typeof file.filename === 'string' ? file.filename : '';
    return finding('embedded-file', name, '');
  });
}

async function layersOff(pdf: PDFDocumentProxy): Promise<readonly HiddenFinding[]> {
  const layers = await pdf.getOptionalContentConfig();
  return [...layers].flatMap(([, group]: [unknown, unknown]) =>
    isObject(group) && group.visible === false ? [finding('layer-off', String(group.name ?? ''), '')] : [],
  );
}

/** Each saving appends to a PDF: what stood there before is still in it. A file made for the web has two ends by nature. */
export function earlierVersions(bytes: Uint8Array): readonly HiddenFinding[] {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  let ends = 0;
  let last = 0;
  for (let at = file.indexOf('%%EOF'); at !== -1; at = file.indexOf('%%EOF', at + 5)) {
    ends += 1;
    last = at + 5;
  }
  const linear = file.subarray(0, 2048).includes('/Linearized') ? 1 : 0;
  const versions = ends - linear - 1;
  const rest = ends === 0 ? '' : file.subarray(last).toString('latin1').trim();
  return [
    ...(versions > 0 ? [finding('earlier-version', String(versions), '')] : []),
    ...(rest.length > 0 ? [finding('trailing-data', String(rest.length), rest)] : []),
  ];
}

/** What the file as a whole holds beside its pages. A part that cannot be read hides nothing from the other parts. */
export async function hiddenInFile(pdf: PDFDocumentProxy): Promise<readonly HiddenFinding[]> {
  const parts = await Promise.allSettled([describedBy(pdf), scriptsIn(pdf), attachedTo(pdf), layersOff(pdf)]);
  return parts.flatMap((part) => (part.status === 'fulfilled' ? part.value : []));
}
