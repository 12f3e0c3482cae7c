import { type IsoDate, isoDateSchema } from '../../dates.ts';

const pad = (value: string) => value.padStart(2, '0');
const valid = (date: string): IsoDate | null => isoDateSchema.safeParse(date).data ?? null;

const lastDay = (year: string, month: string): string =>
  String(new Date(Date.UTC(Number(year), Number(month), 0)).getUTCDate());

/**
 * The days a date, a month or a year in somebody's hand begins and ends with: `2025-03-01`, `01/03/2025`, `1.3.2025`,
 * `2025-03`, `03/2025`, `2025`. Null where it is none of these.
 */
export function daysMeant(text: string): { readonly first: IsoDate; readonly last: IsoDate } | null {
  const whole = (date: IsoDate | null) => (date === null ? null : { first: date, last: date });
  const iso = /^(\d{4})-(\d{1,2})-(\d{1,2})$/.exec(text);
  if (iso !== null) return whole(valid(`${iso[1]}-${pad(iso[2] ?? '')}-${pad(iso[3] ?? '')}`));
  const uk = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/.exec(text);
  if (uk !== null) return whole(valid(`${uk[3]}-${pad(uk[2] ?? '')}-${pad(uk[1] ?? '')}`));
  const month = /^(\d{4})[-/](\d{1,2})$/.exec(text);
  const ukMonth = /^(\d{1,2})[/-](\d{4})$/.exec(text);
  const [year = '', of = ''] =
    month !== null ? [month[1], month[2]] : ukMonth !== null ? [ukMonth[2], ukMonth[1]] : [];
  if (year !== '') {
    const first = valid(`${year}-${pad(of)}-01`);
    return first === null ? null : { first, last: `${year}-${pad(of)}-${pad(lastDay(year, of))}` };
  }
  if (!/^\d{4}$/.test(text)) return null;
  const first = valid(`${text}-01-01`);
  return first === null ? null : { first, last: `${text}-12-31` };
}
