import type { Services } from '#shared/contract/services.ts';
import { byDay, type CalendarEntry, calendarOf } from '#shared/domain/programme/calendar.ts';
import { statisticsOf } from '#shared/domain/programme/statistics.ts';
import type { Ports } from '../ports.ts';
import type { Session } from '../session.ts';
import { changeSettings, deadlinesHere, settingsOf } from '../settings.ts';
import { breathe, inSlices } from '../slices.ts';
import { eventsOf } from './calendar-events.ts';
import { doctorsHere } from './doctors-here.ts';
import { changeReminder, remindersHere } from './reminders.ts';
import { statisticsTable } from './statistics-table.ts';

async function* once(text: string): AsyncGenerator<Uint8Array> {
  yield new TextEncoder().encode(text);
}

/** All portfolios of this vault together, as a programme lead or an administrator needs them. */
export function createProgrammeService(ports: Ports, session: Session): Services['programme'] {
  const today = () => ports.clock.today();
  const kept = async (name: string, mediaType: string, text: string) => {
    const { id, size } = await ports.outbox.keep({ name, mediaType, bytes: once(text) });
    return { fileId: id, name, size };
  };
  const statistics = async () => {
    const here = await doctorsHere(ports, session);
    await breathe();
    return { here, statistics: statisticsOf(here.doctors, today()) };
  };

  return {
    calendar: async ({ from, to }) => {
      const { doctors, unopened } = await doctorsHere(ports, session);
      const days = deadlinesHere(session.vault());
      const entries: CalendarEntry[] = [];
      await inSlices(doctors, (facts) => {
        entries.push(...calendarOf(facts, days, today()).filter(({ on }) => on >= from && on <= to));
      });
      return { today: today(), portfolios: doctors.length, unopened, entries: entries.sort(byDay) };
    },
    tasks: () => remindersHere(ports, session),
    setAside: ({ until, ...of }) => changeReminder(ports, session, of, until),
    bringBack: (of) => changeReminder(ports, session, of, undefined),
    statistics: async () => {
      const { here, statistics: found } = await statistics();
      return {
        today: today(),
        portfolios: here.doctors.length,
        unopened: here.unopened,
        statistics: found,
      };
    },
    statisticsFile: async () => {
      const { statistics: found } = await statistics();
      const csv = ports.openFiles.csv(statisticsTable(found, today()));
      return kept(`Statistics of reviews ${today()}.csv`, 'text/csv', csv);
    },
    calendarFile: async (asked) => {
      const { doctors } = await doctorsHere(ports, session);
      const vault = session.vault();
      const settingsChangedAt = settingsOf(vault).programmeDeadlines?.changedAt ?? null;
      const about = { days: deadlinesHere(vault), settingsChangedAt, today: today() };
      const at = ports.clock.now().toISOString();
      const events = eventsOf(doctors, about, asked);
      await breathe();
      const text = await ports.calendars.longFile(events, { name: 'Annual reviews', at });
      return kept(`Annual reviews ${today()}.ics`, 'text/calendar', text);
    },
    deadlines: async () => deadlinesHere(session.vault()),
    setDeadlines: async ({ days }) => {
      const changedAt = ports.clock.now().toISOString();
      await changeSettings(session, 'settings.deadlines', { programmeDeadlines: { days, changedAt } });
      return days;
    },
  };
}
