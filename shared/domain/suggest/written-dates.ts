import { type IsoDate, isoDateSchema } from '../dates.ts';

/** A date as somebody wrote it. `exact` false: only the month was written, and its first day stands for it. */
export type WrittenDate = {
  readonly date: IsoDate;
  readonly exact: boolean;
  readonly written: string;
  readonly at: number;
};

const months = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ');
const monthWord =
  '(jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)';
const sep = '[-_./ ]';
const gap = '[-_., ]{0,2}';
const year = '((?:19|20)\\d\\d)';

const pad = (value: number) => String(value).padStart(2, '0');
const monthOf = (word: string) => months.indexOf(word.slice(0, 3).toLowerCase()) + 1;
/** Two digits mean the century in which that year is not far in the future. */
const fullYear = (written: string) =>
  written.length === 4 ? Number(written) : Number(written) + (Number(written) > 69 ? 1900 : 2000);

function dateOf(yearPart: number, month: number, day: number): IsoDate | null {
  const text = `${yearPart}-${pad(month)}-${pad(day)}`;
  return isoDateSchema.safeParse(text).success ? text : null;
}

type Form = {
  readonly pattern: RegExp;
  readonly read: (parts: readonly string[]) => IsoDate | null;
  readonly exact: boolean;
};

/** The more a form says, the earlier it is tried: what one has taken is not read again. */
const forms: readonly Form[] = [
  {
    pattern: new RegExp(`(?<!\\d)${year}(${sep}?)(\\d\\d)\\2(\\d\\d)(?!\\d)`, 'g'),
    read: ([y = '', , m = '', d = '']) => dateOf(Number(y), Number(m), Number(d)),
    exact: true,
  },
  {
    // UK order: day, month, year.
    pattern: new RegExp(`(?<!\\d)(\\d{1,2})(${sep})(\\d{1,2})\\2(${year}|\\d\\d)(?!\\d)`, 'g'),
    read: ([d = '', , m = '', y = '']) => dateOf(fullYear(y), Number(m), Number(d)),
    exact: true,
  },
  {
    pattern: new RegExp(`(?<!\\d)(\\d{1,2})(?:st|nd|rd|th)?${gap}${monthWord}${gap}${year}(?!\\d)`, 'gi'),
    read: ([d = '', m = '', y = '']) => dateOf(Number(y), monthOf(m), Number(d)),
    exact: true,
  },
  {
    pattern: new RegExp(`(?<![a-z])${monthWord}${gap}(\\d{1,2})(?:st|nd|rd|th)?${gap}${year}(?!\\d)`, 'gi'),
    read: ([m = '', d = '', y = '']) => dateOf(Number(y), monthOf(m), Number(d)),
    exact: true,
  },
  {
    pattern: new RegExp(`(?<![a-z])${monthWord}${gap}${year}(?!\\d)`, 'gi'),
    read: ([m = '', y = '']) => dateOf(Number(y), monthOf(m), 1),
    exact: false,
  },
  {
    pattern: new RegExp(`(?<!\\d)${year}[-_.](0[1-9]|1[0-2])(?!\\d)`, 'g'),
    read: ([y = '', m = '']) => dateOf(Number(y), Number(m), 1),
    exact: false,
  },
];

/**
 * Dates written in ISO or UK order, in order of place. What could only be the American order is no date here.
 * @param latest dates after this day are not of something that was done, and left out.
 */
export function writtenDates(text: string, latest: IsoDate): readonly WrittenDate[] {
  const found: WrittenDate[] = [];
  let left = text;
  for (const { pattern, read, exact } of forms) {
    left = left.replace(pattern, (written: string, ...rest: readonly unknown[]) => {
      const place = rest.findIndex((one) => typeof one === 'number');
      const date = read(rest.slice(0, place).map((part) => (typeof part === 'string' ? part : '')));
      const at = rest[place];
      if (date === null || typeof at !== 'number') return written;
      if (date <= latest) found.push({ date, exact, written: written.trim(), at });
      // Kept as long as it was, so that later places stay true.
      return ' '.repeat(written.length);
    });
  }
  return found.sort((a, b) => a.at - b.at);
}
