import { isFailure } from '#shared/domain/failure.ts';
import { sameHeads } from '#shared/domain/sealed-heads.ts';
import { backupStateOf } from './backup-state.ts';
import { backupVault } from './make-backup.ts';
import type { OpenVault, Ports } from './ports.ts';
import { trySealHeads } from './seal-heads.ts';

/** Closing waits this long for a backup; what was copied by then need not be copied again. Milliseconds. */
const patienceAtClose = 5000;

/** The calendar day of a moment, by this computer's own clock. */
const dayOf = (at: Date) =>
  new Date(at.getTime() - at.getTimezoneOffset() * 60_000).toISOString().slice(0, 10);

/** Somebody who locks every few minutes gets one an hour at most. Milliseconds. */
const betweenClosings = 3_600_000;

/**
 * On opening, what the last closing could not do is made up for, once a day. On closing, the work of the day is what a
 * backup is for. Without a change, or anything to lose, there is none.
 */
async function isDue(ports: Ports, vault: OpenVault, when: 'opening' | 'closing'): Promise<boolean> {
  if (vault.profile.all('shelf').size === 0) return false;
  const { backups, newest } = await vault.backups.list(await ports.backups.prepare(vault.id));
  const last = backups[0];
  if (last === undefined || newest === undefined) return true;
  if (sameHeads(newest, vault.heads.current())) return false;
  const made = new Date(last.madeAt);
  const now = ports.clock.now();
  if (dayOf(made) !== dayOf(now)) return true;
  return when === 'closing' && now.getTime() - made.getTime() >= betweenClosings;
}

/** A backup, if one is due. Never fails: a failure is said elsewhere. */
async function backUpDaily(
  ports: Ports,
  vault: OpenVault,
  when: 'opening' | 'closing',
  signal: AbortSignal,
): Promise<void> {
  try {
    if (!(await isDue(ports, vault, when))) return;
    await backupVault(ports, vault, 'automatic', { signal });
  } catch (thrown) {
    const code = isFailure(thrown) ? thrown.failure : 'fault';
    ports.log('backup-failed', { code });
    if (isFailure(thrown) && thrown.failure !== 'CANCELLED') {
      const at = ports.clock.now().toISOString();
      backupStateOf(vault).failed = { at, code: thrown.failure, data: thrown.data };
    }
  }
}

/** What a session does by itself around its vault: see `createSession`. */
export function createVaultKeeping(ports: Ports, automatic: boolean) {
  /** Work in the background, which ends before the vault's files are released. */
  const underWay = new WeakMap<OpenVault, { readonly stop: AbortController; last: Promise<void> }>();
  const start = (vault: OpenVault, work: (signal: AbortSignal) => Promise<void>) => {
    const kept = underWay.get(vault) ?? { stop: new AbortController(), last: Promise.resolve() };
    underWay.set(vault, kept);
    kept.last = kept.last.then(() => (kept.stop.signal.aborted ? undefined : work(kept.stop.signal)));
  };
  const sealing = new WeakSet<OpenVault>();
  return {
    opened: (vault: OpenVault) => {
      if (automatic) start(vault, (signal) => backUpDaily(ports, vault, 'opening', signal));
    },
    /** The first save of a day has the heads sealed, so that a day without a lock is covered too. */
    saved: (vault: OpenVault) => {
      const sealed = vault.heads.sealed();
      const today = dayOf(ports.clock.now());
      if (sealing.has(vault) || (sealed !== undefined && dayOf(new Date(sealed.at)) === today)) return;
      sealing.add(vault);
      // A turn later, by when the line that was just saved is the head.
      start(vault, async () => {
        await trySealHeads(ports, vault, 'daily');
        sealing.delete(vault);
      });
    },
    closing: async (vault: OpenVault) => {
      underWay.get(vault)?.stop.abort();
      await underWay.get(vault)?.last;
      const state = backupStateOf(vault);
      state.running?.abort();
      await state.ended;
      await trySealHeads(ports, vault, 'close');
      if (!automatic) return;
      const patience = new AbortController();
      const timer = setTimeout(() => patience.abort(), patienceAtClose);
      await backUpDaily(ports, vault, 'closing', patience.signal);
      clearTimeout(timer);
    },
  };
}
