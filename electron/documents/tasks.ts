import type { Area, DocumentText, PageText } from '#shared/domain/documents/text.ts';
import type { CheckAsked } from '#shared/domain/identifiers/file-check.ts';
import type {
  DocumentCheck,
  DocumentFile,
  ReadOptions,
  RedactedDocument,
} from '../services/ports/documents.ts';

/** What the thread beside the service's own can be asked. */
export type Task =
  | {
      readonly kind: 'read';
      readonly depth: NonNullable<ReadOptions['depth']>;
      readonly pages: readonly number[] | undefined;
    }
  | { readonly kind: 'check'; readonly asked: CheckAsked }
  | { readonly kind: 'render'; readonly page: number; readonly width: number }
  | { readonly kind: 'redact'; readonly areas: readonly Area[] };

export type Order = { readonly file: DocumentFile; readonly task: Task };

/** Where pdf.js finds its character maps, fonts and decoders, and zxing its program: plain files of the build. */
export type DocumentData = { readonly pdf: string; readonly codes: string };

/** Pages come one by one: a long file must not arrive as one message that takes a tenth of a second to unpack. */
export type Answer =
  /** `of`: how many pages there will be. */
  | { readonly page: PageText; readonly of: number }
  /** Pages that are done. */
  | { readonly progress: { readonly done: number; readonly total: number } }
  | { readonly read: Omit<DocumentText, 'pages'> }
  | { readonly checked: DocumentCheck }
  | { readonly picture: Uint8Array<ArrayBuffer> }
  | { readonly redacted: RedactedDocument }
  | { readonly failed: { readonly code: string; readonly data: unknown } };
