import { z } from 'zod';
import { isoDateSchema } from '../dates.ts';
import { idSchema } from '../ids.ts';
import { type CvDetails, contactSchema, cvEntrySchema, furtherPartSchema, gapReasonSchema } from './cv.ts';

const way = z.enum(['up', 'down']);

/** One thing done to what a CV says beside posts and evidence; the rest of it stays as it is. */
export const cvChangeSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('contact'), contact: contactSchema }),
  /** A new line, or one in place of that with its id. */
  z.strictObject({ kind: z.literal('entry'), entry: cvEntrySchema }),
  z.strictObject({ kind: z.literal('remove-entry'), id: idSchema }),
  /** Past its neighbour of the same section. */
  z.strictObject({ kind: z.literal('move-entry'), id: idSchema, way }),
  z.strictObject({ kind: z.literal('further'), part: furtherPartSchema }),
  z.strictObject({ kind: z.literal('remove-further'), id: idSchema }),
  z.strictObject({ kind: z.literal('move-further'), id: idSchema, way }),
  /** In place of one about exactly these days. */
  z.strictObject({ kind: z.literal('gap'), gap: gapReasonSchema }),
  z.strictObject({ kind: z.literal('remove-gap'), from: isoDateSchema, to: isoDateSchema }),
  z.strictObject({ kind: z.literal('leave-out'), id: idSchema, out: z.boolean() }),
]);
export type CvChange = Readonly<z.output<typeof cvChangeSchema>>;

type Named = { readonly id: string };

const put = <T extends Named>(all: readonly T[], one: T): readonly T[] =>
  all.some(({ id }) => id === one.id)
    ? all.map((other) => (other.id === one.id ? one : other))
    : [...all, one];

/** @param beside whether another is one it may be moved past */
function moved<T extends Named>(
  all: readonly T[],
  id: string,
  direction: z.infer<typeof way>,
  beside: (a: T, b: T) => boolean,
): readonly T[] {
  const at = all.findIndex((one) => one.id === id);
  const one = all[at];
  if (one === undefined) return all;
  const isNext = (other: T, place: number) =>
    (direction === 'up' ? place < at : place > at) && beside(one, other);
  const other = direction === 'up' ? all.findLastIndex(isNext) : all.findIndex(isNext);
  const neighbour = all[other];
  return neighbour === undefined ? all : all.with(at, neighbour).with(other, one);
}

/** The details after a change; what it names and is not there leaves them as they are. */
export function changedCv(details: CvDetails, change: CvChange): CvDetails {
  const { entries, further, gaps, leftOut } = details;
  switch (change.kind) {
    case 'contact':
      return { ...details, contact: change.contact };
    case 'entry':
      return { ...details, entries: put(entries, change.entry) };
    case 'remove-entry':
      return { ...details, entries: entries.filter(({ id }) => id !== change.id) };
    case 'move-entry':
      return {
        ...details,
        entries: moved(entries, change.id, change.way, (a, b) => a.section === b.section),
      };
    case 'further':
      return { ...details, further: put(further, change.part) };
    case 'remove-further':
      return { ...details, further: further.filter(({ id }) => id !== change.id) };
    case 'move-further':
      return { ...details, further: moved(further, change.id, change.way, () => true) };
    case 'gap': {
      const { from, to } = change.gap;
      const others = gaps.filter((gap) => gap.from !== from || gap.to !== to);
      return { ...details, gaps: [...others, change.gap] };
    }
    case 'remove-gap':
      return { ...details, gaps: gaps.filter(({ from, to }) => from !== change.from || to !== change.to) };
    case 'leave-out': {
      const others = leftOut.filter((id) => id !== change.id);
      return { ...details, leftOut: change.out ? [...others, change.id] : others };
    }
  }
}
