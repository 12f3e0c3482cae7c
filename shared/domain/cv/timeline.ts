import { z } from 'zod';
import { isoDateSchema } from '../dates.ts';
import type { EvidenceItem } from '../evidence.ts';
import { evidenceTypes } from '../evidence-fields.ts';
import type { EvidenceGroupId } from '../evidence-fields-types.ts';
import type { EvidenceTypeId } from '../evidence-types.ts';
import { idSchema } from '../ids.ts';
import type { Review } from '../review.ts';
import { later } from './days.ts';
import { gapsOf, type Life } from './gaps.ts';
import { newestPostFirst } from './post.ts';

const count = z.number().int().nonnegative();
const span = { from: isoDateSchema, to: isoDateSchema };

export const timelineSchema = z.strictObject({
  today: isoDateSchema,
  targetDate: isoDateSchema,
  /** The first and the last day there is anything to show on. */
  ...span,
  since: isoDateSchema.nullable(),
  posts: z
    .array(
      z.strictObject({
        id: idSchema,
        title: z.string(),
        institution: z.string(),
        from: isoDateSchema,
        to: isoDateSchema.nullable(),
        wholeTime: z.number().nullable(),
        /** Its row from 0: posts held at once are in different ones. */
        lane: count,
      }),
    )
    .readonly(),
  breaks: z.array(z.strictObject({ ...span, reason: z.string() })).readonly(),
  /** Longer than the guidance lets pass without a reason; `openDays` of them have none. */
  gaps: z
    .array(z.strictObject({ ...span, days: count, openDays: count, reasons: z.array(z.string()).readonly() }))
    .readonly(),
  /** Months in which evidence began, oldest first, by group of evidence; groups with none are absent. */
  months: z
    .array(z.strictObject({ month: z.string().regex(/^\d{4}-\d{2}$/), counts: z.record(z.string(), count) }))
    .readonly(),
  reviews: z.array(z.strictObject({ id: idSchema, heldOn: isoDateSchema, signed: z.boolean() })).readonly(),
});
export type Timeline = Readonly<z.output<typeof timelineSchema>>;

const groupOf = new Map<EvidenceTypeId, EvidenceGroupId>(evidenceTypes.map(({ id, group }) => [id, group]));

/** The types of a group, for the search that shows what is behind a number. */
export const typesOfGroup = (group: EvidenceGroupId): readonly EvidenceTypeId[] =>
  evidenceTypes.filter((type) => type.group === group && type.id !== 'unsorted').map(({ id }) => id);

/** How much evidence began in each month. Drafts and what is in the trash count nowhere. */
function monthsOf(items: Iterable<EvidenceItem>): Timeline['months'] {
  const months = new Map<string, Record<string, number>>();
  for (const { startedOn, type, trashedAt, draft } of items) {
    if (trashedAt !== null || draft === true) continue;
    const month = startedOn.slice(0, 7);
    const counts = months.get(month) ?? {};
    const group = groupOf.get(type) ?? 'records';
    counts[group] = (counts[group] ?? 0) + 1;
    months.set(month, counts);
  }
  return [...months]
    .map(([month, counts]) => ({ month, counts }))
    .sort((a, b) => (a.month < b.month ? -1 : 1));
}

/** Each post in the first row that is free on its first day, oldest first. */
function inLanes({ posts, today }: Life): Timeline['posts'] {
  const ends: string[] = [];
  return posts
    .toSorted(newestPostFirst)
    .reverse()
    .map(({ id, title, institution, from, to, wholeTime }) => {
      const free = ends.findIndex((end) => end < from);
      const lane = free < 0 ? ends.length : free;
      ends[lane] = to ?? later(today, from);
      return { id, title, institution, from, to, wholeTime, lane };
    });
}

/** Posts, what lay between them, evidence by month, and the days that were or are waited for. */
export function timelineOf(input: {
  readonly life: Life;
  readonly items: Iterable<EvidenceItem>;
  readonly reviews: Iterable<Review>;
  readonly targetDate: string;
  readonly gapDays: number;
}): Timeline {
  const { life, targetDate, gapDays } = input;
  const months = monthsOf(input.items);
  const posts = inLanes(life);
  const breaks = life.breaks.map(({ from, to, reason }) => ({
    from,
    to: to ?? later(life.today, from),
    reason,
  }));
  const reviews = [...input.reviews]
    .map(({ id, heldOn, signOff }) => ({ id, heldOn, signed: signOff !== null }))
    .sort((a, b) => (a.heldOn < b.heldOn ? -1 : a.heldOn > b.heldOn ? 1 : a.id < b.id ? -1 : 1));
  const starts = [
    life.today,
    targetDate,
    ...(life.since === null ? [] : [life.since]),
    ...posts.map(({ from }) => from),
    ...breaks.map(({ from }) => from),
    ...months.slice(0, 1).map(({ month }) => `${month}-01`),
    ...reviews.map(({ heldOn }) => heldOn),
  ].sort();
  const ends = [
    life.today,
    targetDate,
    ...posts.map(({ from, to }) => to ?? from),
    ...breaks.map(({ to }) => to),
    ...months.slice(-1).map(({ month }) => `${month}-28`),
    ...reviews.map(({ heldOn }) => heldOn),
  ].sort();
  return {
    today: life.today,
    targetDate,
    from: starts[0] ?? life.today,
    to: ends.at(-1) ?? life.today,
    since: life.since,
    posts,
    breaks,
    gaps: gapsOf(life)
      .filter(({ days }) => days > gapDays)
      .map(({ from, to, days, openDays, explained }) => ({
        from,
        to,
        days,
        openDays,
        reasons: explained.map(({ reason }) => reason).filter((reason) => reason !== ''),
      })),
    months,
    reviews,
  };
}
