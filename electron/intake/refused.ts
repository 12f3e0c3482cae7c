import { type Failure, failure } from '#shared/domain/failure.ts';
import type { ImportRefusal } from '#shared/domain/failure-codes.ts';

export const refused = (why: ImportRefusal, limit = 0): Failure<'IMPORT_REFUSED'> =>
  failure('IMPORT_REFUSED', { why, limit });
