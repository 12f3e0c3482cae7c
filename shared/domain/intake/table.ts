/** A sheet as text: every cell is what a person would read in it; dates are `YYYY-MM-DD`. */
export type Table = {
  readonly sheets: readonly string[];
  /** The one that was read. */
  readonly sheet: string;
  /** All of one length; row 0 is row 1 of the file. */
  readonly rows: readonly (readonly string[])[];
};

/** How much of one file is brought in at once. */
export const intakeLimits = {
  /** Bytes of a spreadsheet or a bibliography. */
  listBytes: 25 * 1024 ** 2,
  /** Bytes of an e-mail with what is attached to it. */
  mailBytes: 100 * 1024 ** 2,
  /** Bytes an XLSX may unpack to. */
  unpackedBytes: 80 * 1024 ** 2,
  rows: 10_000,
  columns: 200,
  /** Characters kept of one cell. */
  cell: 20_000,
  /** Milliseconds after which reading is given up. */
  time: 30_000,
} as const;

/** The line with the headings: the first with at least two filled cells; -1 where there is none. */
export const headerLine = (rows: Table['rows']): number =>
  rows.slice(0, 20).findIndex((row) => row.filter((cell) => cell.trim() !== '').length >= 2);
