/** What one cell of a table may hold. */
export type Cell = string | number | boolean | null;

/** A table as a spreadsheet shows it: column names, then rows of as many cells. */
export type Table = {
  readonly name: string;
  readonly columns: readonly string[];
  readonly rows: readonly (readonly Cell[])[];
};

/** A table of `records`, each column with its name and what it takes from a record. */
export function tableOf<T>(
  name: string,
  records: readonly T[],
  columns: readonly (readonly [name: string, of: (record: T) => Cell])[],
): Table {
  return {
    name,
    columns: columns.map(([column]) => column),
    rows: records.map((record) => columns.map(([, of]) => of(record))),
  };
}
