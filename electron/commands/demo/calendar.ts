import type { IsoDate } from '#shared/domain/dates.ts';
import type { Clock } from '../../services/ports.ts';

/** A clock that stands still until somebody goes on to another day. */
export type DemoClock = Clock & { readonly goTo: (day: IsoDate) => void };

/** @param from the first day. Every question of the time is a second later, as no two things happen at once. */
export function createDemoClock(from: IsoDate): DemoClock {
  let day = from;
  let asked = 0;
  return {
    goTo: (next) => {
      if (next < day) throw new RangeError('a demo never goes back in time');
      if (next !== day) asked = 0;
      day = next;
    },
    now: () => {
      asked += 1;
      return new Date(Date.parse(`${day}T09:00:00.000Z`) + asked * 1000);
    },
    today: () => day,
  };
}
