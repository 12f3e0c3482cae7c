import type { Id } from '#shared/domain/ids.ts';
import type { TravelRevision } from '#shared/domain/revisions.ts';
import { supervisorReportSchema } from '#shared/domain/supervision/supervisor-report.ts';
import type { SealRecord } from '#shared/domain/vault-records.ts';
import type { PortfolioStore, Ports } from '../ports.ts';
import { faultOfReport } from '../report-seal.ts';
import { overrulesSealed } from './overrules-sealed.ts';

type NotTaken = { readonly id: Id; readonly why: 'seal-missing' | 'seal-mismatch' };

const fingerprintOf = (value: unknown) => {
  const report = supervisorReportSchema.safeParse(value);
  return report.success ? report.data.sealed?.fingerprint : undefined;
};

/**
 * Holds every supervisor's report that came sealed against its author's seal. Those without it, those that are not what
 * it is over, and those that came to take the place of a sealed one are not taken.
 */
export async function judgeReports(
  ports: Pick<Ports, 'signers' | 'hash'>,
  revisions: readonly TravelRevision[],
  seals: readonly SealRecord[],
  here: PortfolioStore | undefined,
): Promise<readonly NotTaken[]> {
  const byReport = new Map<string, TravelRevision[]>();
  for (const one of revisions) {
    if (one.collection !== 'supervisorReports') continue;
    byReport.set(one.id, [...(byReport.get(one.id) ?? []), one]);
  }
  const notTaken: NotTaken[] = [];
  for (const [id, came] of byReport) {
    const faults = came.flatMap(({ value }) => {
      const report = supervisorReportSchema.safeParse(value);
      const why = report.success ? faultOfReport(ports, report.data, seals) : undefined;
      return why === undefined ? [] : [why];
    });
    const [why] = faults;
    const same = (before: unknown, after: unknown) => fingerprintOf(before) === fingerprintOf(after);
    if (why !== undefined) notTaken.push({ id, why });
    else if (await overrulesSealed({ collection: 'supervisorReports', id }, came, here, same))
      notTaken.push({ id, why: 'seal-mismatch' });
  }
  return notTaken;
}
