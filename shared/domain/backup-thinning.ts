import type { BackupInfo } from './backup.ts';

const dayLength = 86_400_000;
const beforeFor = 30; // days
const days = 7;
const weeks = 4;
const months = 12;

const dayOf = (at: Date) => at.toISOString().slice(0, 10);
const monthOf = (at: Date) => at.toISOString().slice(0, 7);
/** The Monday of its week. */
const weekOf = (at: Date) => dayOf(new Date(at.getTime() - ((at.getUTCDay() + 6) % 7) * dayLength));

type Dated = Pick<BackupInfo, 'name' | 'madeAt' | 'reason'>;

/**
 * Which backups may go: all of today's stay, then the newest of each of 7 days, 4 weeks and 12 months, and every one
 * made before something risky for 30 days. Periods count only where there is a backup, so that a long absence does not
 * empty the folder; one dated in the future stays, because a wrong clock is no reason to lose it.
 * @returns names.
 */
export function toThin(backups: readonly Dated[], now: Date): readonly string[] {
  const newestFirst = [...backups].sort((a, b) => b.madeAt.localeCompare(a.madeAt));
  const keep = new Set<string>();
  const keepNewestOf = (periodOf: (at: Date) => string, count: number) => {
    const seen = new Set<string>();
    for (const { name, madeAt } of newestFirst) {
      const period = periodOf(new Date(madeAt));
      if (seen.has(period) || seen.size === count) continue;
      seen.add(period);
      keep.add(name);
    }
  };
  keepNewestOf(dayOf, days);
  keepNewestOf(weekOf, weeks);
  keepNewestOf(monthOf, months);
  for (const { name, madeAt, reason } of newestFirst) {
    const at = new Date(madeAt);
    if (dayOf(at) >= dayOf(now)) keep.add(name);
    const young = now.getTime() - at.getTime() < beforeFor * dayLength;
    if (reason.startsWith('before-') && young) keep.add(name);
  }
  return newestFirst.map(({ name }) => name).filter((name) => !keep.has(name));
}
