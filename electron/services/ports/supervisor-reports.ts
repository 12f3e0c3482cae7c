import type { IsoDate } from '#shared/domain/dates.ts';
import type { GuidancePack } from '#shared/domain/guidance-pack.ts';
import type { Portfolio } from '#shared/domain/portfolio.ts';
import type { Review } from '#shared/domain/review.ts';
import type { SupervisorReportModel } from '#shared/domain/supervision/report-model.ts';
import type { SupervisorReport } from '#shared/domain/supervision/supervisor-report.ts';
import type { JournalHead } from '#shared/domain/vault-records.ts';

/** What the paper of a supervisor's report is made from. */
export type SupervisorReportPaper = {
  readonly portfolio: Portfolio;
  readonly pack: GuidancePack;
  readonly report: SupervisorReport;
  /** The review it is for, and the report it stands in place of, where they are here. */
  readonly review: Review | undefined;
  readonly follows: SupervisorReport | undefined;
  /** Where the names of the professional domains come from. */
  readonly domainsFrom: string;
  readonly age: { readonly months: number; readonly rule: string };
  readonly signing: SupervisorReportModel['signing'];
  readonly record: JournalHead;
  readonly version: string;
  readonly today: IsoDate;
};

/** A model in, a PDF/A-3a with one empty place for a signature and the model embedded as `report.json` out. */
export type SupervisorReportMaker = {
  /** Fails with REPORT_INCOMPLETE. */
  readonly build: (paper: SupervisorReportPaper) => SupervisorReportModel;
  readonly render: (model: SupervisorReportModel) => Promise<Uint8Array>;
};
