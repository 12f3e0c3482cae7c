import type { Area, PageText } from '../documents/text.ts';

/** Where the characters `start` to `end` of a page stand: one rectangle for each stretch of words, none without positions. */
export function areasOf({ page, spans }: PageText, start: number, end: number): readonly Area[] {
  const areas: Area[] = [];
  for (const span of spans) {
    const from = Math.max(start, span.start);
    const to = Math.min(end, span.end);
    const length = span.end - span.start;
    if (from >= to || length === 0) continue;
    const isWhole = from === span.start && to === span.end;
    // Words that run up or down the page are taken whole.
    if (isWhole || span.height > span.width) {
      areas.push({ page, x: span.x, y: span.y, width: span.width, height: span.height });
      continue;
    }
    // Letters are not all as wide as each other: a little more on both sides rather than half a digit left.
    const margin = span.height / 4;
    const at = (place: number) => span.x + ((place - span.start) / length) * span.width;
    const x = Math.max(span.x, at(from) - margin);
    const right = Math.min(span.x + span.width, at(to) + margin);
    areas.push({ page, x, y: span.y, width: right - x, height: span.height });
  }
  return areas;
}
