import type { BoundPart } from '#electron/services/ports/bindery.ts';
import type { CvForm } from '#shared/contract/cv.ts';
import type { CvDocument } from '#shared/domain/cv/document.ts';
import type { Listing } from '#shared/domain/listing.ts';
import type { ReportFolders } from '../layout.ts';

/** What the thread beside the service's own can be asked, one after the other; `bound` ends what `begin` began. */
export type Order =
  | { readonly kind: 'begin'; readonly title: string; readonly on: string }
  | {
      readonly kind: 'add';
      readonly title: string;
      readonly mark: string;
      readonly mediaType: string;
      readonly bytes: Uint8Array<ArrayBuffer>;
    }
  | { readonly kind: 'finish' }
  | { readonly kind: 'listing'; readonly listing: Listing }
  | { readonly kind: 'cv'; readonly document: CvDocument; readonly form: CvForm };

export type Answer =
  | { readonly begun: true }
  | { readonly added: BoundPart }
  | { readonly pdf: Uint8Array<ArrayBuffer> | null; readonly pages: number }
  | { readonly written: Uint8Array<ArrayBuffer> }
  /** The kind of fault alone: its message may quote a document. */
  | { readonly failed: string };

export type WorkerData = ReportFolders;
