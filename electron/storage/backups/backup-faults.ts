import { failure, isFailure } from '#shared/domain/failure.ts';
import { codeOf } from '../files.ts';

export const damagedBackup = () => failure('BACKUP_FAILED', { why: 'verify' });

const full = new Set(['ENOSPC', 'EDQUOT', 'EFBIG']);

/** What the place a backup goes to refuses, as a failure of the backup: the vault itself has none. */
export async function orBackupFailure<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (thrown) {
    const code = codeOf(thrown);
    if (isFailure(thrown) || code === undefined || !/^E[A-Z0-9]+$/.test(code)) throw thrown;
    throw failure('BACKUP_FAILED', { why: full.has(code) ? 'full' : 'folder' });
  }
}
