import { createHash } from 'node:crypto';
import { homedir } from 'node:os';
import path from 'node:path';

/** What decides where a person's files live. */
export type Machine = {
  readonly platform: NodeJS.Platform;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly home: string;
};

const thisMachine = (): Machine => ({ platform: process.platform, env: process.env, home: homedir() });

const paths = (machine: Machine) => (machine.platform === 'win32' ? path.win32 : path.posix);

/**
 * Waymark's folder in the machine's *local* application data: never the roaming profile or a synced folder, where
 * two machines could write one vault. A relative `XDG_DATA_HOME` is ignored, as the XDG specification asks.
 */
function localFolder(machine: Machine): string {
  const { platform, env, home } = machine;
  const { join, isAbsolute } = paths(machine);
  const given = (value: string | undefined) => (value !== undefined && isAbsolute(value) ? value : undefined);
  if (platform === 'win32') return join(given(env.LOCALAPPDATA) ?? join(home, 'AppData', 'Local'), 'Waymark');
  if (platform === 'darwin') return join(home, 'Library', 'Application Support', 'Waymark');
  return join(given(env.XDG_DATA_HOME) ?? join(home, '.local', 'share'), 'waymark');
}

const overridden = ({ env }: Machine): string | undefined => env.WAYMARK_VAULT || undefined;

/**
 * The vault's folder on this machine, shared by both hosts. `WAYMARK_VAULT` names another one.
 * It is a folder of its own, so that nothing but the vault is ever in it.
 */
export function defaultVaultFolder(machine: Machine = thisMachine()): string {
  const { join, resolve } = paths(machine);
  const chosen = overridden(machine);
  return chosen === undefined ? join(localFolder(machine), 'vault') : resolve(chosen);
}

/** Where both hosts note faults by reference, beside the vault: see `event-log.ts`. */
export const eventLogFile = (machine: Machine = thisMachine()): string =>
  paths(machine).join(localFolder(machine), 'waymark.log');

/**
 * Where the desktop's browser engine keeps its own files, beside the vault and never in it. Each vault named by
 * `WAYMARK_VAULT` has another one: the engine's single-instance lock lives here, and must not join two vaults.
 */
export function engineFolder(machine: Machine = thisMachine()): string {
  const { join } = paths(machine);
  const base = localFolder(machine);
  if (overridden(machine) === undefined) return join(base, 'engine');
  const name = createHash('sha256').update(defaultVaultFolder(machine)).digest('hex').slice(0, 16);
  return join(base, `engine-${name}`);
}

/** Where backups go unless somebody chooses another folder: beside the vault's place, never in it. */
export const defaultBackupRoot = (machine: Machine = thisMachine()): string =>
  machine.env.WAYMARK_BACKUPS || paths(machine).join(localFolder(machine), 'backups');
