import type { IsoDate, IsoInstant } from '#shared/domain/dates.ts';
import type { Id } from '#shared/domain/ids.ts';

/** Something in a calendar. A later file about the same `id`, with a higher `sequence`, takes its place. */
export type CalendarEvent = {
  readonly id: Id;
  readonly sequence: number;
  readonly cancelled: boolean;
  readonly title: string;
  readonly when:
    | { readonly kind: 'days'; readonly from: IsoDate; readonly to: IsoDate }
    | { readonly kind: 'time'; readonly at: IsoInstant; readonly minutes: number };
  readonly place: string;
  /** Never private notes, and nothing about patients. May be empty. */
  readonly description: string;
  /** When it was last changed. */
  readonly changedAt: IsoInstant;
  /** Minutes before it begins. */
  readonly reminders: readonly number[];
};

/** iCalendar files (RFC 5545), made here and handed to whatever calendar somebody uses. Nothing is sent anywhere. */
export type Calendars = {
  /** @param name what a calendar program calls the calendar. @param at when the file is made. */
  readonly file: (
    events: readonly CalendarEvent[],
    about: { readonly name: string; readonly at: IsoInstant },
  ) => string;
  /** The same for hundreds of events: others have their turn in between. */
  readonly longFile: (
    events: readonly CalendarEvent[],
    about: { readonly name: string; readonly at: IsoInstant },
  ) => Promise<string>;
};
