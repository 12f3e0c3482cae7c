import type { IsoDate, IsoInstant } from '#shared/domain/dates.ts';
import type { Id, Sha256 } from '#shared/domain/ids.ts';
import type { PictureFacts } from '#shared/domain/programme/picture.ts';
import type { ReportModel } from '#shared/domain/report-model.ts';

/** The picture of a letterhead, to be drawn. */
export type LogoFile = PictureFacts & { readonly sha256: Sha256; readonly bytes: Uint8Array };

/** What became of an action between two reviews. */
export type Became = {
  readonly closedOn: IsoDate | null;
  readonly note: string;
  readonly items: readonly Id[];
  readonly carriedTo: IsoDate | null;
};

/** What a report says besides the review itself. What is absent is not said. */
export type ReportSurroundings = Partial<
  Pick<ReportModel, 'programme' | 'interests' | 'amends' | 'submitted' | 'supervisorReport'>
> & {
  readonly late?: readonly {
    readonly at: IsoInstant;
    readonly by: string;
    readonly reason: string;
    readonly items: readonly Id[];
  }[];
  /** By the id of the action. */
  readonly became?: ReadonlyMap<Id, Became>;
};
