import { after, before, eachMatch } from './context.ts';
import { dayPattern } from './day-pattern.ts';
import type { Rule } from './types.ts';

const age =
  /(?<![0-9.])(?:[1-9][0-9]?|1[01][0-9])[ -]?(?:years?|yrs?|y)[ /.-]{0,3}(?:old|o\b)|\baged [1-9][0-9]{0,2}\b/gi;
const day = new RegExp(`(?<![0-9])(?:${dayPattern})(?![0-9])`, 'i');
const near = 100; // characters: about one sentence

/** An age beside the day of an event: harmless apart, together they can single out one person. */
export const agesWithDates: Rule = (text) =>
  eachMatch(text, age, (match) => {
    const end = match.index + match[0].length;
    const around = `${before(text, match.index, near)}\n\n${after(text, end, near)}`;
    if (!day.test(around)) return undefined;
    return {
      start: match.index,
      end,
      confidence: 'low',
      why: 'An age beside an exact date: together they can point to one person.',
    };
  });
