import type { ListColumn } from '#shared/domain/evidence-list/columns.ts';
import { type IdentifierSettings, plainIdentifierSettings } from '#shared/domain/identifiers/settings.ts';
import type { Id } from '#shared/domain/ids.ts';
import { defaultOutcomes } from '#shared/domain/outcomes.ts';
import { type DeadlineSettings, usualDeadlines } from '#shared/domain/programme/deadline-settings.ts';
import type { OutcomeOption } from '#shared/domain/review.ts';
import { defaultLockAfter, type LockAfter, type RecoveryStanding } from '#shared/domain/security.ts';
import type { OpenVault, Settings } from './ports.ts';
import type { Session } from './session.ts';

export const settingsOf = (vault: OpenVault): Settings =>
  vault.profile.get('settings', 'settings') ?? { id: 'settings', outcomes: defaultOutcomes };

/** Changes some settings and leaves the others as they are. One after another: they share a record. */
export function changeSettings(
  session: Session,
  action: string,
  change: Partial<Omit<Settings, 'id'>> | ((now: Settings) => Partial<Omit<Settings, 'id'>>),
): Promise<void> {
  const vault = session.vault();
  return session.inTurn(async () => {
    const now = settingsOf(vault);
    const value = { ...now, ...(typeof change === 'function' ? change(now) : change) };
    await vault.profile.commit(action, [{ collection: 'settings', id: 'settings', value }]);
  });
}

/** What a panel can choose from. */
export const outcomesOf = (vault: OpenVault): readonly OutcomeOption[] => settingsOf(vault).outcomes;

/** Columns somebody chose for the list of a portfolio; undefined for the usual ones. */
export const listColumnsOf = (vault: OpenVault, portfolioId: Id): readonly ListColumn[] | undefined =>
  settingsOf(vault).listColumns?.[portfolioId];

/** One after another, as `changeSettings`. */
export function rememberColumns(
  session: Session,
  portfolioId: Id,
  columns: readonly ListColumn[],
): Promise<void> {
  const vault = session.vault();
  return session.inTurn(async () => {
    const before = settingsOf(vault);
    const value = { ...before, listColumns: { ...before.listColumns, [portfolioId]: columns } };
    await vault.profile.commit('settings.columns', [{ collection: 'settings', id: 'settings', value }]);
  });
}

export function lockAfterOf(vault: OpenVault): LockAfter {
  const { lockAfter } = settingsOf(vault);
  return lockAfter === undefined ? defaultLockAfter : lockAfter;
}

export function recoveryStandingOf(vault: OpenVault): RecoveryStanding {
  const { recovery } = vault.keys.state();
  if (recovery === null) return 'none';
  // Of the present code: a page of an older one is worth nothing.
  return settingsOf(vault).recoveryPageKept === recovery.madeAt ? 'kept' : 'made';
}

/** The programme's days around a panel. */
export const deadlinesHere = (vault: OpenVault): DeadlineSettings =>
  settingsOf(vault).programmeDeadlines?.days ?? usualDeadlines;

export const identifierSettingsOf = (vault: OpenVault): IdentifierSettings =>
  settingsOf(vault).identifiers ?? plainIdentifierSettings;

/** The service that is asked for timestamps; null while they are off. */
export const timestampServiceOf = (vault: OpenVault): string | null =>
  settingsOf(vault).timestampService ?? null;
