import { daysAfter, type IsoDate } from '../dates.ts';

const isWeekend = (date: IsoDate): boolean => {
  const day = new Date(`${date}T00:00:00Z`).getUTCDay();
  return day === 0 || day === 6;
};

/**
 * The day so many working days later: Mondays to Fridays. Bank holidays are not left out: which days they are is
 * decided year by year and cannot be known offline, so that the day may be one or two earlier than an office would say.
 * @param days at least 1.
 */
export function workingDaysAfter(date: IsoDate, days: number): IsoDate {
  let on = date;
  for (let left = days; left > 0; ) {
    on = daysAfter(on, 1);
    if (!isWeekend(on)) left -= 1;
  }
  return on;
}
