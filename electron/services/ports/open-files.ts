import type { Table } from '#shared/domain/open-export/table.ts';

/** One file of an archive. `path` has been made safe; `bytes` is asked for when its turn comes. */
export type ArchiveFile = {
  readonly path: string;
  readonly bytes: () => AsyncIterable<Uint8Array>;
  /** True for what is worth the time: text, not images and PDFs. */
  readonly compress: boolean;
};

/** Open formats that any program reads. */
export type OpenFiles = {
  /**
   * A ZIP as a stream, file by file, in bounded memory: the next file is asked for when the one before is written. Stops
   * when its reader does.
   */
  readonly zip: (
    files: Iterable<ArchiveFile> | AsyncIterable<ArchiveFile>,
    at: Date,
  ) => AsyncIterable<Uint8Array>;
  /** CSV as spreadsheets read it; no cell can be run as a formula. */
  readonly csv: (table: Table) => string;
};
