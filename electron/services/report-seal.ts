import { canonicalJson } from '#shared/domain/canonical.ts';
import { isSamePerson } from '#shared/domain/signature-places.ts';
import type { SupervisorReport } from '#shared/domain/supervision/supervisor-report.ts';
import type { Ports, SealRecord } from './ports.ts';
import { isSealOfItsStatement } from './seal-validity.ts';

/**
 * What keeps a supervisor's report from being what its author sealed, if anything does. A draft is nothing but a draft;
 * one that says it is sealed needs its author's seal over all it says. The files it names are part of that, by their hashes.
 */
export function faultOfReport(
  ports: Pick<Ports, 'signers' | 'hash'>,
  report: SupervisorReport,
  seals: readonly SealRecord[],
): 'seal-missing' | 'seal-mismatch' | undefined {
  const { id, state, sealed, sealedOn, author } = report;
  if (state === 'draft') return sealed === null && sealedOn === null ? undefined : 'seal-mismatch';
  const mine = seals.filter(({ subject, subjectId }) => subject === 'supervisor-report' && subjectId === id);
  if (mine.length === 0) return 'seal-missing';
  const content = ports.hash(canonicalJson(report));
  const holds =
    sealed !== null &&
    sealedOn !== null &&
    mine.some(
      (seal) =>
        isSealOfItsStatement(ports, seal) &&
        seal.statement !== undefined &&
        seal.statement.content === content &&
        isSamePerson(seal.statement.signer, author) &&
        ports.signers.certificateHashes(seal.certificates)[0] === sealed.certificate,
    );
  return holds ? undefined : 'seal-mismatch';
}
