import type { CvForm } from '#shared/contract/cv.ts';
import type { CvDocument } from '#shared/domain/cv/document.ts';
import type { IsoDate } from '#shared/domain/dates.ts';
import type { Listing } from '#shared/domain/listing.ts';
import type { BriefBook } from '#shared/domain/panel/brief-book.ts';
import type { ProgrammePaper } from '#shared/domain/programme/papers.ts';
import type { LogoFile } from './reporting.ts';

/** One file that is to become pages. */
export type BindPart = {
  /** Its bookmark. */
  readonly title: string;
  /** Written at the foot of each of its pages, before the page's number. */
  readonly mark: string;
  readonly mediaType: string;
  /** `copy`: a signed file may become pages; its signatures stay with the file itself. Absent: it is left as it is. */
  readonly signed?: 'copy';
  /** Asked for when its turn comes; given away. Undefined: it is not kept here. */
  readonly bytes: () => Promise<Uint8Array<ArrayBuffer> | undefined>;
};

/** Why a file did not become pages: it can be handed over as it is. */
export type NotBound = 'encrypted' | 'malformed' | 'signed' | 'missing' | 'too-large';
/** For each part its first page and how many it has, or why it has none. */
export type BoundPart = { readonly from: number; readonly pages: number } | { readonly why: NotBound };

export type Bound = {
  /** Null: no part became a page. */
  readonly pdf: Uint8Array<ArrayBuffer> | null;
  readonly pages: number;
  readonly parts: readonly BoundPart[];
};

/** Makes PDFs beside the thread that serves the screen. The same input gives the same bytes. Fails with CANCELLED. */
export type Bindery = {
  /** One PDF of many files, with a bookmark for each and numbered pages. */
  readonly bind: (
    parts: readonly BindPart[],
    about: { readonly title: string; readonly on: IsoDate },
    watch?: { readonly signal?: AbortSignal; readonly onPart?: (done: number) => void },
  ) => Promise<Bound>;
  /** A document of headings and tables in the house style of the reports: PDF/A. */
  readonly listing: (listing: Listing, signal?: AbortSignal) => Promise<Uint8Array<ArrayBuffer>>;
  /** A CV as PDF/A in the house style, or as a Word file to go on with. */
  readonly cv: (document: CvDocument, form: CvForm, signal?: AbortSignal) => Promise<Uint8Array<ArrayBuffer>>;
  /** A paper of the programme in the house style, with its logo where there is one: PDF/A. */
  readonly paper: (
    paper: ProgrammePaper,
    logo?: LogoFile,
    signal?: AbortSignal,
  ) => Promise<Uint8Array<ArrayBuffer>>;
  /** What a panel reads before it meets: one page for each doctor, with a list and bookmarks where there are several. */
  readonly briefs: (book: BriefBook, signal?: AbortSignal) => Promise<Uint8Array<ArrayBuffer>>;
  readonly close: () => Promise<void>;
};
