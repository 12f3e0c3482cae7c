import { z } from 'zod';
import { isoInstantSchema } from '../dates.ts';
import { type Area, areaSchema } from '../documents/text.ts';
import { checkRuleSchema } from '../identifiers/check.ts';

/** A rectangle that is to be blacked out. It says where, never what stands there. */
export const markSchema = areaSchema.extend({
  id: z.number().int().min(1),
  /** Drawn by hand, found by words somebody typed, or suggested by the identifier check. */
  by: z.enum(['hand', 'words', 'check']),
  /** The suggestion it came from (`suggestions.ts`), with its rule. */
  of: z.string().max(120).nullable(),
  rule: checkRuleSchema.nullable(),
});
export type Mark = Readonly<z.output<typeof markSchema>>;

const mostMarks = 5000;

const markingShape = {
  marks: z.array(markSchema).max(mostMarks).readonly(),
  /** Suggestions somebody said no to. */
  declined: z.array(z.string().max(120)).max(mostMarks).readonly(),
};
const markingSchema = z.strictObject(markingShape);
/** Everything somebody decided about one file, until it is burnt in and after. */
export type Marking = Readonly<z.output<typeof markingSchema>>;
export const noMarks: Marking = { marks: [], declined: [] };

/** How it is kept: encrypted with other unsaved work. `burntAt`: when these very marks were burnt in last. */
export const keptMarkingSchema = z.strictObject({
  form: z.literal(1),
  ...markingShape,
  burntAt: isoInstantSchema.nullable(),
});
export type KeptMarking = Readonly<z.output<typeof keptMarkingSchema>>;

/** Points: a mark that is smaller can be neither seen nor taken hold of. */
export const smallestMark = 4;
/** Around words, in points: letters reach a little beyond the box they are said to have. */
const around = 1.5;

type Box = Pick<Area, 'x' | 'y' | 'width' | 'height'>;
const tenth = (value: number) => Math.round(value * 10) / 10;

/** The box on its page: not beyond the edges, not too small, in tenths of a point. */
export function onPage<B extends Box>(box: B, size: { readonly width: number; readonly height: number }): B {
  const width = Math.min(Math.max(smallestMark, box.width), size.width);
  const height = Math.min(Math.max(smallestMark, box.height), size.height);
  return {
    ...box,
    x: tenth(Math.min(Math.max(0, box.x), size.width - width)),
    y: tenth(Math.min(Math.max(0, box.y), size.height - height)),
    width: tenth(width),
    height: tenth(height),
  };
}

/** A little more than the words. */
export function aroundWords(area: Area): Area {
  const [x, y] = [Math.max(0, area.x - around), Math.max(0, area.y - around)];
  return {
    page: area.page,
    x: tenth(x),
    y: tenth(y),
    width: tenth(area.x + area.width + around - x),
    height: tenth(area.y + area.height + around - y),
  };
}

const sameLine = (a: Box, b: Box) => {
  const overlap = Math.min(a.y + a.height, b.y + b.height) - Math.max(a.y, b.y);
  const apart = Math.max(a.x, b.x) - Math.min(a.x + a.width, b.x + b.width);
  return overlap > Math.min(a.height, b.height) / 2 && apart < Math.max(a.height, b.height);
};

/** Words that follow each other on one line, as one box: in the order they were given. */
export function joinedLines(areas: readonly Area[]): readonly Area[] {
  const lines: Area[] = [];
  for (const area of areas) {
    const last = lines.at(-1);
    if (last === undefined || last.page !== area.page || !sameLine(last, area)) {
      lines.push(area);
      continue;
    }
    const [x, y] = [Math.min(last.x, area.x), Math.min(last.y, area.y)];
    const width = Math.max(last.x + last.width, area.x + area.width) - x;
    const height = Math.max(last.y + last.height, area.y + area.height) - y;
    lines[lines.length - 1] = { page: area.page, x, y, width, height };
  }
  return lines;
}

type NewMark = Omit<Mark, 'id'>;
const samePlace = (a: Area, b: Area) =>
  a.page === b.page && a.x === b.x && a.y === b.y && a.width === b.width && a.height === b.height;

/** Adds marks, in order; one that lies exactly over another is not made twice. */
export function withMarks(marking: Marking, added: readonly NewMark[]): Marking {
  const marks = [...marking.marks];
  let next = marks.reduce((most, { id }) => Math.max(most, id), 0) + 1;
  for (const mark of added) {
    if (marks.length >= mostMarks) break;
    if (marks.some((one) => samePlace(one, mark) && one.of === mark.of)) continue;
    marks.push({ ...mark, id: next });
    next += 1;
  }
  return marks.length === marking.marks.length ? marking : { ...marking, marks };
}

export const withoutMarks = (marking: Marking, gone: (mark: Mark) => boolean): Marking => ({
  ...marking,
  marks: marking.marks.filter((mark) => !gone(mark)),
});

/** Moves or sizes one mark. */
export const withBox = (marking: Marking, id: number, box: Box): Marking => ({
  ...marking,
  marks: marking.marks.map((mark) =>
    mark.id === id ? { ...mark, x: box.x, y: box.y, width: box.width, height: box.height } : mark,
  ),
});

/** What is burnt: places alone. */
export const areasToBurn = ({ marks }: Marking): readonly Area[] =>
  marks.map(({ page, x, y, width, height }) => ({ page, x, y, width, height }));

/** The marks of each page, pages in order, each page's from top to bottom. */
export function byPage(marks: readonly Mark[]): readonly (readonly [page: number, marks: readonly Mark[]])[] {
  const pages = new Map<number, Mark[]>();
  for (const mark of marks) pages.set(mark.page, [...(pages.get(mark.page) ?? []), mark]);
  return [...pages]
    .toSorted(([a], [b]) => a - b)
    .map(([page, some]) => [page, some.toSorted((a, b) => a.y - b.y || a.x - b.x)]);
}
