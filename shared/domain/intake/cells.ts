import { type IsoDate, isoDateSchema } from '../dates.ts';
import { type WrittenDate, writtenDates } from '../suggest/written-dates.ts';

const farOff = '2199-12-31';
// Days between Excel's day 0 and 1970-01-01.
const excelEpoch = 25_569;

/** A day as Excel counts them, when a date was saved as a number: 10,000 (1927) to 80,000 (2119). */
function serialDate(cell: string): IsoDate | null {
  if (!/^\d{5}(?:\.\d+)?$/.test(cell)) return null;
  const days = Math.floor(Number(cell));
  if (days < 10_000 || days > 80_000) return null;
  return new Date((days - excelEpoch) * 86_400_000).toISOString().slice(0, 10);
}

export type DateCell = { readonly start: IsoDate; readonly end: IsoDate | null; readonly exact: boolean };

/** What may stand in a cell beside dates: a time, words between two of them. */
const besides =
  /^(?:[\s,.;()-]|\d{1,2}:\d\d(?::\d\d(?:\.\d+)?)?|T|Z|to|until|and|from|mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun|day|on|–|—)*$/i;

/** One date, or two for a stretch of time; ISO, UK order or Excel's number. Null for anything else. */
export function readDateCell(cell: string): DateCell | null {
  const text = cell.trim();
  const serial = serialDate(text);
  if (serial !== null) return { start: serial, end: null, exact: true };
  const found: readonly WrittenDate[] = writtenDates(text, farOff);
  const [first, second] = found;
  if (first === undefined || found.length > 2) return null;
  let rest = text;
  for (const { written } of found) rest = rest.replace(written, ' ');
  if (!besides.test(rest)) return null;
  if (second === undefined) return { start: first.date, end: null, exact: first.exact };
  if (second.date < first.date) return null;
  return { start: first.date, end: second.date, exact: first.exact && second.exact };
}

/** Hours as people write them: `2`, `2.5`, `2,5`, `1:30`, `2h 30`, `90 min`, `1 day` is none. Null where it is no time. */
export function readHours(cell: string): number | null {
  const text = cell.trim().toLowerCase().replace(',', '.');
  const clock = /^(\d{1,3}):([0-5]\d)(?::00)?$/.exec(text);
  if (clock !== null) return Number(clock[1]) + Number(clock[2]) / 60;
  const parts = /^(?:(\d+(?:\.\d+)?)\s*(?:h|hrs?|hours?)?)?\s*(?:(\d{1,4})\s*(?:m|mins?|minutes?))?$/.exec(
    text,
  );
  if (parts === null || (parts[1] === undefined && parts[2] === undefined)) return null;
  const hours = Number(parts[1] ?? 0) + Number(parts[2] ?? 0) / 60;
  return Math.round(hours * 100) / 100;
}

export const readNumber = (cell: string): number | null => {
  const text = cell
    .trim()
    .replace(/(?<=\d),(?=\d{3}\b)/g, '')
    .replace(/%$/, '')
    .replace(',', '.');
  return /^-?\d+(?:\.\d+)?$/.test(text) ? Number(text) : null;
};

export function readYesNo(cell: string): boolean | null {
  const text = cell.trim().toLowerCase();
  if (['yes', 'y', 'true', 'x', '1', '✓', '✔', 'done'].includes(text)) return true;
  return ['no', 'n', 'false', '0', '-'].includes(text) ? false : null;
}

/** Parts of a list in one cell: by semicolon, bar or line end, else by comma. */
export function listed(cell: string): readonly string[] {
  const parts = /[;|\n]/.test(cell) ? cell.split(/[;|\n]+/) : cell.split(',');
  return parts.map((part) => part.trim()).filter((part) => part !== '');
}

export const isDay = (text: string): boolean => isoDateSchema.safeParse(text).success;
