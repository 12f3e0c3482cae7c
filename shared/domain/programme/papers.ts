import type { ReportModel } from '../report-model.ts';

type Letterhead = NonNullable<ReportModel['programme']>;

/** What is printed under a programme's letterhead. Each kind has a template of its name. */
export type ProgrammePaper =
  /** The head alone: how it looks, and whether its picture can be drawn. */
  { readonly kind: 'letterhead'; readonly programme: Letterhead };
