import type { BoundPart } from '#electron/services/ports/bindery.ts';
import type { LogoFile } from '#electron/services/ports/reporting.ts';
import type { SignatureField } from '#electron/services/ports.ts';
import type { CvForm } from '#shared/contract/cv.ts';
import type { CvDocument } from '#shared/domain/cv/document.ts';
import type { Listing } from '#shared/domain/listing.ts';
import type { PackageSummary } from '#shared/domain/packages/summary.ts';
import type { BriefBook } from '#shared/domain/panel/brief-book.ts';
import type { ProgrammePaper } from '#shared/domain/programme/papers.ts';
import type { ReportModel } from '#shared/domain/report-model.ts';
import type { SupervisorReportModel } from '#shared/domain/supervision/report-model.ts';
import type { LaidOutReport, ReportFolders } from '../layout.ts';

/** What a thread can be asked, one after the other; `finish` ends what `begin` began. */
export type Order =
  | { readonly kind: 'begin'; readonly title: string; readonly on: string }
  | {
      readonly kind: 'add';
      readonly title: string;
      readonly mark: string;
      readonly mediaType: string;
      readonly copySigned: boolean;
      readonly bytes: Uint8Array<ArrayBuffer>;
    }
  | { readonly kind: 'finish' }
  | { readonly kind: 'listing'; readonly listing: Listing }
  | { readonly kind: 'cv'; readonly document: CvDocument; readonly form: CvForm }
  | { readonly kind: 'paper'; readonly paper: ProgrammePaper; readonly logo: LogoFile | undefined }
  | { readonly kind: 'briefs'; readonly book: BriefBook }
  | { readonly kind: 'summary'; readonly summary: PackageSummary }
  | {
      readonly kind: 'report';
      readonly model: ReportModel;
      readonly signers: readonly SignatureField[];
      readonly logo: LogoFile | undefined;
    }
  | {
      readonly kind: 'supervisor-report';
      readonly model: SupervisorReportModel;
      readonly signers: readonly SignatureField[];
    };

export type Answer =
  | { readonly begun: true }
  | { readonly added: BoundPart }
  | { readonly pdf: Uint8Array<ArrayBuffer> | null; readonly pages: number }
  | { readonly written: Uint8Array<ArrayBuffer> }
  | { readonly laidOut: LaidOutReport }
  /** The kind of fault alone: its message may quote a document. */
  | { readonly failed: string };

export type WorkerData = ReportFolders;
