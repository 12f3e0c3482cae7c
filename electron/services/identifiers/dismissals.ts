import { type Dismissal, dismissalKey } from '#shared/domain/identifiers/dismissal.ts';
import type { OpenVault } from '../ports.ts';

export type Dismissals = ReadonlyMap<string, Dismissal>;

/** The newest decision on each hit of the vault. */
export function dismissalsOf({ profile }: OpenVault): Dismissals {
  const all = [...profile.all('dismissals').values()];
  return new Map(
    all.toSorted((a, b) => a.at.localeCompare(b.at)).map((one) => [dismissalKey(one.itemId, one), one]),
  );
}
