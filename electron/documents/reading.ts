import type { DocumentText } from '#shared/domain/documents/text.ts';

/** What reading a file gives beside its pages, which are told one by one. */
export type Reading = Omit<DocumentText, 'pages'>;

/** What of a file is wanted. */
export type Wanted = {
  readonly pages: readonly number[] | undefined;
  /** Where the words stand, too. */
  readonly places: boolean;
  /** Hidden content and codes, too. */
  readonly hidden: boolean;
};
