import type { PortfolioRecords } from '../../services/ports.ts';
import type { State } from '../state.ts';

/** A file that a record names, and how people know it. */
export type NamedFile = { readonly hash: string; readonly name: string; readonly title: string };

/** Every attached file the records of a portfolio name as they stand now. */
export function namedFiles(state: State): readonly NamedFile[] {
  const evidence = (state.collections.get('evidence')?.values ?? new Map()) as ReadonlyMap<
    string,
    PortfolioRecords['evidence']
  >;
  const reviews = (state.collections.get('reviews')?.values ?? new Map()) as ReadonlyMap<
    string,
    PortfolioRecords['reviews']
  >;
  const written = (state.collections.get('supervisorReports')?.values ?? new Map()) as ReadonlyMap<
    string,
    PortfolioRecords['supervisorReports']
  >;
  return [
    ...[...evidence.values()].flatMap((item) =>
      item.attachments
        .flatMap(({ redacted, ...file }) => (redacted === undefined ? [file] : [file, redacted]))
        .map(({ hash, name }) => ({ hash, name, title: item.title })),
    ),
    ...[...reviews.values()].flatMap(({ signOff, heldOn }) =>
      signOff === null
        ? []
        : [
            { hash: signOff.report, name: 'report.pdf', title: `Review ${heldOn}` },
            { hash: signOff.model, name: 'report.json', title: `Review ${heldOn}` },
          ],
    ),
    ...[...reviews.values()].flatMap(({ paper, heldOn }) =>
      paper === undefined || paper.scan === null
        ? []
        : [{ hash: paper.scan.hash, name: paper.scan.name, title: `Review ${heldOn}` }],
    ),
    ...[...written.values()].flatMap(({ sealed, sealedOn }) =>
      sealed === null
        ? []
        : [
            { hash: sealed.pdf, name: 'supervisor-report.pdf', title: `Supervisor’s report ${sealedOn}` },
            { hash: sealed.model, name: 'supervisor-report.json', title: `Supervisor’s report ${sealedOn}` },
          ],
    ),
  ];
}
