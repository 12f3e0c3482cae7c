import { type IsoDate, isoDateSchema } from '#shared/domain/dates.ts';

const months = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ');

const pad = (value: number) => String(value).padStart(2, '0');

/** When something was published, from a year, a month by name or number, and a day, as far as they are given. */
export function publishedOn(
  year: string,
  month: string,
  day: string,
): { readonly published: IsoDate | null; readonly exact: boolean } {
  const written = /\d{4}/.exec(year)?.[0];
  if (written === undefined) return { published: null, exact: false };
  const named = months.indexOf(month.trim().slice(0, 3).toLowerCase()) + 1;
  const number = named > 0 ? named : Number(/^\s*(\d{1,2})\b/.exec(month)?.[1] ?? 0);
  const known = number >= 1 && number <= 12;
  const dayNumber = Number(/\d{1,2}/.exec(day)?.[0] ?? 0);
  const date = `${written}-${pad(known ? number : 1)}-${pad(known && dayNumber > 0 ? dayNumber : 1)}`;
  return isoDateSchema.safeParse(date).success
    ? { published: date, exact: known && dayNumber > 0 }
    : { published: `${written}-01-01`, exact: false };
}
