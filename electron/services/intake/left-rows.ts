import type { Services } from '#shared/contract/services.ts';
import { failure } from '#shared/domain/failure.ts';
import { noteHeading, withoutNote } from '#shared/domain/intake/matching.ts';
import type { Ports } from '../ports.ts';
import { partsOf, type Tables } from './candidates.ts';
import { uploadedFile } from './list-source.ts';

type LeftRows = Services['intake']['leftRows'];

/** Rows as they stand in a spreadsheet, with what is wrong with each, as a CSV. See `intake.leftRows`. */
export async function leftRows(
  ports: Ports,
  tables: Tables,
  { file, sheet, rows }: Parameters<LeftRows>[0],
): ReturnType<LeftRows> {
  const { headers, body } = partsOf(await tables.read(await uploadedFile(ports, file), sheet));
  const own = withoutNote(headers);
  const byRow = new Map(body.map(({ row, cells }) => [row, cells]));
  const left = rows.map(({ row, note }) => {
    const cells = byRow.get(row);
    if (cells === undefined)
      throw failure('INVALID', { issues: [{ path: ['rows', row], code: 'no-such-row' }] });
    return [...own.map((_, at) => cells[at] ?? ''), note];
  });
  return { csv: ports.openFiles.csv({ name: 'left', columns: [...own, noteHeading], rows: left }) };
}
