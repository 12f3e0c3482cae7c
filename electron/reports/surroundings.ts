import type { Became } from '#electron/services/ports/reporting.ts';
import type { ReportInput } from '#electron/services/ports.ts';
import type { Id } from '#shared/domain/ids.ts';
import type { ReportModel } from '#shared/domain/report-model.ts';

type Listed = Pick<ReportModel['evidence'][number], 'id' | 'ref'>;
type Surroundings = Partial<
  Pick<
    ReportModel,
    'programme' | 'interests' | 'amends' | 'submitted' | 'late' | 'supervisorReport' | 'paper'
  >
>;

const refsOf = (items: readonly Id[], evidence: readonly Listed[]): readonly string[] => {
  const wanted = new Set(items);
  return evidence.filter(({ id }) => wanted.has(id)).map(({ ref }) => ref);
};

/** What is known to have become of an action; nothing where it was not followed. */
export function becameOf(
  became: Became | undefined,
  evidence: readonly Listed[],
): Pick<ReportModel['previousActions'][number], 'became'> {
  if (became === undefined) return {};
  const { items, ...told } = became;
  return { became: { ...told, evidence: refsOf(items, evidence) } };
}

/** What stands around a review, for its report: only what there is, so that old data gives the model it always gave. */
export function surroundingsOf(
  { around = {}, review }: ReportInput,
  evidence: readonly Listed[],
): Surroundings {
  const { programme, interests, amends, submitted, supervisorReport, late } = around;
  const { paper } = review;
  return {
    ...(programme === undefined ? {} : { programme }),
    ...(interests === undefined || interests.length === 0 ? {} : { interests }),
    ...(amends === undefined ? {} : { amends }),
    ...(submitted === undefined ? {} : { submitted }),
    ...(late === undefined || late.length === 0
      ? {}
      : { late: late.map(({ items, ...told }) => ({ ...told, evidence: refsOf(items, evidence) })) }),
    ...(supervisorReport === undefined ? {} : { supervisorReport }),
    ...(paper === undefined ? {} : { paper: { on: paper.on, typedBy: paper.typedBy } }),
  };
}
