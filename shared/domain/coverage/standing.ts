import type { IsoDate } from '../dates.ts';
import type { Entry } from './entry.ts';

/** Where a piece of evidence stands against one period. `maintained`: older, and kept up by newer evidence. */
export type Standing = 'inWindow' | 'maintained' | 'tooOld' | 'tooEarly';

/** The days that decide. What has not begun by `today` is a plan and counts nowhere. */
export type Period = { readonly countsFrom: IsoDate; readonly today: IsoDate; readonly keptUp: boolean };

export function standingOf(entry: Entry, { countsFrom, today, keptUp }: Period): Standing {
  if (entry.startedOn > today) return 'tooEarly';
  if (entry.date >= countsFrom) return 'inWindow';
  return keptUp ? 'maintained' : 'tooOld';
}

export const counts = (standing: Standing): boolean => standing === 'inWindow' || standing === 'maintained';
