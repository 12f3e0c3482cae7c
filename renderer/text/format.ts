import { ukDate } from '#shared/domain/dates.ts';

const number = new Intl.NumberFormat('en-GB', { maximumFractionDigits: 1 });
const units = ['bytes', 'KB', 'MB', 'GB', 'TB'];

/** `1.4 MB`. @param bytes zero or more. */
export function sizeWords(bytes: number): string {
  const step = bytes < 1024 ? 0 : Math.min(units.length - 1, Math.floor(Math.log(bytes) / Math.log(1024)));
  return `${number.format(bytes / 1024 ** step)} ${step === 0 && bytes === 1 ? 'byte' : units[step]}`;
}

/** `10,085`. */
export const numberWords = (amount: number): string => number.format(amount);

/** `row` as `Row`. */
export const capital = (text: string): string => `${text.charAt(0).toUpperCase()}${text.slice(1)}`;

/** `1 item`, `2 items`. */
export const count = (amount: number, one: string, many = `${one}s`): string =>
  `${number.format(amount)} ${amount === 1 ? one : many}`;

/** `once`, `twice`, `3 times`. */
export const timesWords = (amount: number): string =>
  amount === 1 ? 'once' : amount === 2 ? 'twice' : count(amount, 'time');

const time = new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit' });
const pad = (value: number) => String(value).padStart(2, '0');
const localDay = (moment: Date) =>
  `${moment.getFullYear()}-${pad(moment.getMonth() + 1)}-${pad(moment.getDate())}`;

/** `14:02`, by this computer's clock. */
export const timeWords = (moment: Date): string => time.format(moment);

/** `05/03/2026 at 14:02`, by this computer's clock and time zone. @param instant UTC, ISO. */
export function momentWords(instant: string): string {
  const moment = new Date(instant);
  return `${ukDate(localDay(moment))} at ${timeWords(moment)}`;
}

/** `05/03/2026`, by this computer's time zone. @param instant UTC, ISO. */
export const dayWords = (instant: string): string => ukDate(localDay(new Date(instant)));

/** Today on this computer, `YYYY-MM-DD`. */
export const today = (): string => localDay(new Date());

/** A fingerprint in groups of four, so that two people can compare it by voice. */
export const grouped = (fingerprint: string): string => fingerprint.match(/.{1,4}/g)?.join(' ') ?? '';
