import type { Mail } from '#shared/domain/intake/mail.ts';
import type { Reference } from '#shared/domain/intake/reference.ts';
import type { Table } from '#shared/domain/intake/table.ts';

/** A file in memory. The bytes are given away: whoever hands them over must not use them again. */
export type IntakeFile = { readonly bytes: Uint8Array<ArrayBuffer>; readonly name: string };

/**
 * Files that hold evidence as rows, references or messages. They are read beside the thread that serves the screen, under
 * limits of size and time; nothing in them is run, nothing is fetched. Fails with IMPORT_REFUSED.
 */
export type Intake = {
  /** @param sheet its name; null for the first. CSV has one sheet without a name. */
  readonly table: (file: IntakeFile, sheet: string | null) => Promise<Table>;
  /** BibTeX or RIS, told by its content. */
  readonly references: (file: IntakeFile) => Promise<readonly Reference[]>;
  readonly mail: (file: IntakeFile) => Promise<Mail>;
};
