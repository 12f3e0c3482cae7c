import type { Area } from '../documents/text.ts';
import type { CheckHit, CheckRule } from '../identifiers/check.ts';
import type { Confidence } from '../identifiers/types.ts';
import { aroundWords, joinedLines, type Marking, withMarks, withoutMarks } from './marks.ts';

/** A place the identifier check found that could be blacked out. */
export type Suggestion = {
  /** The same hit at the same place has the same key, whenever it is found. */
  readonly key: string;
  readonly rule: CheckRule;
  readonly confidence: Confidence;
  readonly why: string;
  readonly text: string;
  readonly page: number;
  /** One for each line. */
  readonly areas: readonly Area[];
};

function keyOf(rule: CheckRule, [first]: readonly Area[]): string {
  const { page = 0, x = 0, y = 0 } = first ?? {};
  return `${rule}/${page}/${Math.round(x)}x${Math.round(y)}`;
}

/**
 * What of a check can be marked: hits with a place on a page, but those somebody said may stay. What the pages do not
 * show needs no mark: nothing of it goes into a redacted copy.
 */
export function suggestionsOf(hits: readonly CheckHit[]): readonly Suggestion[] {
  const found = new Map<string, Suggestion>();
  for (const { rule, confidence, why, text, place, dismissed } of hits) {
    if (dismissed !== null || (place.kind !== 'page' && place.kind !== 'code')) continue;
    const areas = place.kind === 'page' ? joinedLines(place.areas) : [place.area];
    const key = keyOf(rule, areas);
    if (areas.length > 0 && !found.has(key))
      found.set(key, { key, rule, confidence, why, text, page: place.page, areas });
  }
  return [...found.values()];
}

export type SuggestionState = 'open' | 'marked' | 'declined';

export function stateOf({ marks, declined }: Marking, { key }: Suggestion): SuggestionState {
  if (marks.some(({ of }) => of === key)) return 'marked';
  return declined.includes(key) ? 'declined' : 'open';
}

/** Marks what these say. */
export function accepting(marking: Marking, accepted: readonly Suggestion[]): Marking {
  const keys = new Set(accepted.map(({ key }) => key));
  const fresh = accepted.filter((one) => stateOf(marking, one) !== 'marked');
  if (fresh.length === 0) return marking;
  const declined = marking.declined.filter((key) => !keys.has(key));
  return withMarks(
    { ...marking, declined },
    fresh.flatMap(({ key, rule, areas }) =>
      areas.map((area) => ({ ...aroundWords(area), by: 'check' as const, of: key, rule })),
    ),
  );
}

/** Leaves what these say; marks that came from them go. */
export function declining(marking: Marking, left: readonly Suggestion[]): Marking {
  const keys = new Set(left.map(({ key }) => key));
  const without = withoutMarks(marking, ({ of }) => of !== null && keys.has(of));
  return { ...without, declined: [...new Set([...marking.declined, ...keys])] };
}

/** As if nobody had decided. */
export function reopening(marking: Marking, again: readonly Suggestion[]): Marking {
  const keys = new Set(again.map(({ key }) => key));
  const without = withoutMarks(marking, ({ of }) => of !== null && keys.has(of));
  return { ...without, declined: marking.declined.filter((key) => !keys.has(key)) };
}
