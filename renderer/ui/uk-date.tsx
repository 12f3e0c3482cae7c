import { type IsoDate, ukDate } from '#shared/domain/dates.ts';

/** A day as UK readers write it, with the machine's form in the markup. */
export function UkDate(props: { readonly date: IsoDate }) {
  return <time dateTime={props.date}>{ukDate(props.date)}</time>;
}
