import { isoDateSchema, ukDate } from '#shared/domain/dates.ts';

const typed = /^(\d{1,2})[\s./-]+(\d{1,2})[\s./-]+(\d{4})$/;

/** What a person typed as a UK date, as `YYYY-MM-DD`; the text itself while it is not a date, so that nothing is lost. */
export function readTypedDate(text: string): string {
  const trimmed = text.trim();
  if (isoDateSchema.safeParse(trimmed).success) return trimmed;
  const parts = typed.exec(trimmed);
  if (parts === null) return trimmed;
  const [, day = '', month = '', year = ''] = parts;
  const iso = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  return isoDateSchema.safeParse(iso).success ? iso : trimmed;
}

/** How a form's date value is written in its input. */
export const showDate = (value: string | null): string =>
  value === null ? '' : isoDateSchema.safeParse(value).success ? ukDate(value) : value;

export const isDate = (value: unknown): value is string => isoDateSchema.safeParse(value).success;
