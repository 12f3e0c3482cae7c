import type { Secret } from '../services/ports/reading.ts';
import { askPassphrase } from './passphrase.ts';

/** A recovery code from WAYMARK_RECOVERY_CODE, or else the passphrase. Never from an argument, which others can read. */
export async function askSecret(): Promise<Secret> {
  const recoveryCode = process.env.WAYMARK_RECOVERY_CODE;
  return recoveryCode === undefined ? { passphrase: await askPassphrase() } : { recoveryCode };
}
