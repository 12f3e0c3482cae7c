import { VisuallyHidden } from '@mantine/core';
import { clsx } from '#renderer/ui/clsx.ts';
import { datePartsOf, ukDate } from '#shared/domain/dates.ts';
import type { CalendarEntry } from '#shared/domain/programme/calendar.ts';
import { EntryLine } from './entry-line.tsx';
import { type Month, monthWords, weekdayWords, weeksOf } from './months.ts';
import classes from './programme.module.css';

const weekdays = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];
const keyOf = ({ review, kind }: CalendarEntry) => `${review}-${kind}`;

/** Day after day, only those on which something is. */
export function MonthList({ entries }: { readonly entries: readonly CalendarEntry[] }) {
  const days = [...new Set(entries.map(({ on }) => on))];
  return (
    <ol className={classes.days}>
      {days.map((day) => (
        <li key={day} className={classes.day}>
          <h3 className={classes.date}>
            {weekdayWords(day)} {ukDate(day)}
          </h3>
          <ul className={classes.lines}>
            {entries
              .filter(({ on }) => on === day)
              .map((entry) => (
                <li key={keyOf(entry)}>
                  <EntryLine entry={entry} />
                </li>
              ))}
          </ul>
        </li>
      ))}
    </ol>
  );
}

/** The month as a sheet of a wall calendar. On a narrow screen its days stand under one another. */
export function MonthGrid(props: {
  readonly month: Month;
  readonly today: string;
  readonly entries: readonly CalendarEntry[];
}) {
  const { month, today, entries } = props;
  return (
    <table className={classes.grid}>
      <caption>
        <VisuallyHidden>{monthWords(month)}</VisuallyHidden>
      </caption>
      <thead>
        <tr>
          {weekdays.map((name) => (
            <th key={name} scope="col">
              {name.slice(0, 3)}
              <VisuallyHidden>{name.slice(3)}</VisuallyHidden>
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {weeksOf(month).map((week) => (
          <tr key={week.find((day) => day !== null) ?? month}>
            {week.map((day, at) => {
              const own = entries.filter(({ on }) => on === day);
              if (day === null) return <td key={`beside-${weekdays[at]}`} className={classes.beside} />;
              return (
                <td
                  key={day}
                  className={clsx(day === today && classes.today, own.length === 0 && classes.bare)}
                >
                  <span className={classes.number}>
                    <span className={classes.weekday}>{weekdayWords(day)} </span>
                    {datePartsOf(day).day}
                    {day === today ? <span className={classes.now}> today</span> : null}
                  </span>
                  {own.map((entry) => (
                    <EntryLine key={keyOf(entry)} entry={entry} small />
                  ))}
                </td>
              );
            })}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
