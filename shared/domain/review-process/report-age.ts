import { daysBetween, type IsoDate } from '../dates.ts';

/**
 * How old a supervisor's report may be on the day of the review before a reader is warned: two months, as Health
 * Education England in the East Midlands asks of general practice's reports. A programme's own rule may differ, so that
 * it is a warning and never a refusal.
 */
const oldestReportDays = 61;

export const isOldReport = (sealedOn: IsoDate, heldOn: IsoDate): boolean =>
  daysBetween(sealedOn, heldOn) > oldestReportDays;
