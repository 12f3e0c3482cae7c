import { ZipFile } from 'yazl';

export type XlsxCell =
  | string
  | number
  | { readonly date: string }
  | { readonly formula: string; readonly value: string };

const escaped = (text: string) =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
const letters = (at: number): string =>
  at < 26 ? String.fromCharCode(65 + at) : letters(Math.floor(at / 26) - 1) + letters(at % 26);

function cellXml(cell: XlsxCell, ref: string): string {
  if (typeof cell === 'number') return `<c r="${ref}"><v>${cell}</v></c>`;
  if (typeof cell === 'string') return `<c r="${ref}" t="inlineStr"><is><t>${escaped(cell)}</t></is></c>`;
  if ('date' in cell) return `<c r="${ref}" s="1"><v>${Date.parse(cell.date) / 86_400_000 + 25_569}</v></c>`;
  return `<c r="${ref}" t="str"><f>${escaped(cell.formula)}</f><v>${escaped(cell.value)}</v></c>`;
}

const type = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';

/** The files of the smallest workbook Excel would open. */
export function workbookParts(
  sheets: Readonly<Record<string, readonly (readonly XlsxCell[])[]>>,
): Map<string, string> {
  const names = Object.keys(sheets);
  const parts = new Map<string, string>();
  parts.set(
    '[Content_Types].xml',
    `<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/></Types>`,
  );
  parts.set(
    '_rels/.rels',
    `<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="${type}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
  );
  parts.set(
    'xl/workbook.xml',
    `<?xml version="1.0"?><workbook xmlns="${main}" xmlns:r="${type}"><sheets>${names.map((name, at) => `<sheet name="${escaped(name)}" sheetId="${at + 1}" r:id="s${at + 1}"/>`).join('')}</sheets></workbook>`,
  );
  parts.set(
    'xl/_rels/workbook.xml.rels',
    `<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${names.map((_, at) => `<Relationship Id="s${at + 1}" Type="${type}/worksheet" Target="worksheets/sheet${at + 1}.xml"/>`).join('')}<Relationship Id="st" Type="${type}/styles" Target="styles.xml"/></Relationships>`,
  );
  parts.set(
    'xl/styles.xml',
    `<?xml version="1.0"?><styleSheet xmlns="${main}"><cellXfs count="2"><xf numFmtId="0"/><xf numFmtId="14" applyNumberFormat="1"/></cellXfs></styleSheet>`,
  );
  names.forEach((name, at) => {
    const rows = (sheets[name] ?? [])
      .map(
        (row, line) =>
          `<row r="${line + 1}">${row.map((cell, column) => (cell === '' ? '' : cellXml(cell, `${letters(column)}${line + 1}`))).join('')}</row>`,
      )
      .join('');
    parts.set(
      `xl/worksheets/sheet${at + 1}.xml`,
      `<?xml version="1.0"?><worksheet xmlns="${main}"><sheetData>${rows}</sheetData></worksheet>`,
    );
  });
  return parts;
}

/** An archive of these files, packed. */
export async function zipped(parts: ReadonlyMap<string, string | Buffer>): Promise<Uint8Array<ArrayBuffer>> {
  const zip = new ZipFile();
  for (const [name, content] of parts) zip.addBuffer(Buffer.from(content), name);
  zip.end();
  const all: Uint8Array[] = [];
  for await (const part of zip.outputStream) all.push(part as Uint8Array);
  return new Uint8Array(Buffer.concat(all));
}

export const xlsx = (sheets: Parameters<typeof workbookParts>[0]) => zipped(workbookParts(sheets));
