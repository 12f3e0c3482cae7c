import type { Issue } from '#shared/domain/failure-codes.ts';
import type { PackFault } from './schema-faults.ts';

/** The place of a fault as a form names it: `capabilities[0].code` is `pack`, `capabilities`, 0, `code`. */
export const issuesOf = (faults: readonly PackFault[]): readonly Issue[] =>
  faults.map(({ path, code }) => ({
    path: [
      'pack',
      ...[...path.matchAll(/\[(\d+)\]|\["([^"]*)"\]|([^.[\]]+)/g)].map(([, at, quoted, key]) =>
        at === undefined ? (quoted ?? key ?? '') : Number(at),
      ),
    ],
    code,
  }));
