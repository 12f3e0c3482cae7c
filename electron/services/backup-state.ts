import type { Failure } from '#shared/domain/failure.ts';
import type { OpenVault } from './ports.ts';

/** How the backups of an open vault are going. */
export type BackupState = {
  /** Stops the one that is being made. */
  running: AbortController | undefined;
  /** Resolves when it has ended, however it ended. */
  ended: Promise<void>;
  failed:
    | { readonly at: string; readonly code: Failure['failure']; readonly data: Failure['data'] }
    | undefined;
};

const states = new WeakMap<OpenVault, BackupState>();

export function backupStateOf(vault: OpenVault): BackupState {
  const known = states.get(vault);
  if (known !== undefined) return known;
  const state: BackupState = { running: undefined, ended: Promise.resolve(), failed: undefined };
  states.set(vault, state);
  return state;
}
