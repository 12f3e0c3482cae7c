import type { Findings } from '#shared/domain/documents/kept-findings.ts';
import type { Area, DocumentText } from '#shared/domain/documents/text.ts';
import type { CheckAsked, FileCheck } from '#shared/domain/identifiers/file-check.ts';

/** A file in memory. The bytes are given away: whoever hands them over must not use them again. */
export type DocumentFile = {
  readonly bytes: Uint8Array<ArrayBuffer>;
  /** As its owner calls it; tells plain text from what only looks like it. */
  readonly name: string;
};

export type FollowOptions = {
  readonly signal?: AbortSignal | undefined;
  /** Pages that are done, of how many. */
  readonly progress?: (done: number, total: number) => void;
};

export type ReadOptions = FollowOptions & {
  /**
   * `text`: words and pages. `places`: with where they stand. `all` (unless said otherwise): with hidden content and
   * codes in pictures too, for which every page is drawn.
   */
  readonly depth?: 'text' | 'places' | 'all';
  /** Only these pages, counted from 1; hidden content of the file as a whole is told all the same. */
  readonly pages?: readonly number[];
  /** Work nobody waits for: never stands in the way of what somebody does. */
  readonly background?: boolean;
};

/** What was found in a file, and what it holds that its pages do not show. */
export type DocumentCheck = { readonly check: FileCheck; readonly findings: Findings };

export type RedactedDocument = { readonly bytes: Uint8Array<ArrayBuffer>; readonly mediaType: string };

/**
 * What is inside attached files. All of it runs beside the thread that serves the screen; what hangs or dies is
 * replaced. Nothing of a file is run, nothing is fetched. Fails with FILE_ENCRYPTED, FILE_MALFORMED, and CANCELLED by
 * the signal.
 */
export type Documents = {
  readonly read: (file: DocumentFile, options?: ReadOptions) => Promise<DocumentText>;
  /** Looks for identifiers in all that a file holds; `asked.hash` is what its hits name it by. */
  readonly check: (
    file: DocumentFile,
    asked: CheckAsked,
    how?: Pick<ReadOptions, 'signal' | 'background' | 'progress'>,
  ) => Promise<DocumentCheck>;
  /** One page as a PNG of that width in pixels (at most 4,000), as it is shown and printed. Fails with NOT_FOUND too. */
  readonly render: (
    file: DocumentFile,
    page: number,
    width: number,
    signal?: AbortSignal,
  ) => Promise<Uint8Array<ArrayBuffer>>;
  /**
   * A copy of a PDF or picture in which nothing is left under the areas, nor anything that cannot be seen. Fails with
   * FILE_MALFORMED (`not-supported`) for other kinds.
   */
  readonly redact: (
    file: DocumentFile,
    areas: readonly Area[],
    options?: FollowOptions,
  ) => Promise<RedactedDocument>;
  readonly close: () => Promise<void>;
};
