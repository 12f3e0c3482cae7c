import { failure } from '#shared/domain/failure.ts';
import {
  type ReadRow,
  readOpportunitiesJson,
  readOpportunitiesTable,
} from '#shared/domain/supervision/opportunity-files.ts';
import type { Ports } from '../ports.ts';

const largest = 2 * 1024 ** 2; // bytes
const mostRows = 2000;

const refused = (why: 'not-readable' | 'too-many-rows', limit: number) =>
  failure('IMPORT_REFUSED', { why, limit });

/**
 * The rows of a file of opportunities: our own `.json`, or a spreadsheet. Fails with NOT_FOUND (`upload`), FILE_TOO_LARGE
 * and IMPORT_REFUSED.
 */
export async function readOpportunityFile(
  { uploads, intake }: Pick<Ports, 'uploads' | 'intake'>,
  { uploadId, name }: { readonly uploadId: string; readonly name: string },
): Promise<readonly ReadRow[]> {
  const upload = await uploads.take(uploadId);
  if (upload === undefined) throw failure('NOT_FOUND', { what: 'upload' });
  if (upload.size > largest) throw failure('FILE_TOO_LARGE', { size: upload.size, limit: largest });
  const pieces: Uint8Array[] = [];
  for await (const piece of upload.bytes()) pieces.push(Uint8Array.from(piece));
  const bytes = Uint8Array.from(Buffer.concat(pieces));
  const isJson = name.toLowerCase().endsWith('.json') || bytes[0] === 0x7b;
  const rows = isJson
    ? readOpportunitiesJson(new TextDecoder().decode(bytes))
    : readOpportunitiesTable((await intake.table({ bytes, name }, null)).rows);
  if (rows === null) throw refused('not-readable', 0);
  if (rows.length > mostRows) throw refused('too-many-rows', mostRows);
  return rows;
}
