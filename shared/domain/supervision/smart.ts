import { daysBetween, type IsoDate } from '../dates.ts';

/** What could make an action clearer. Hints, never a refusal: only its writers know what is meant. */
export const smartHintKinds = [
  'measure',
  'no-day',
  'past-day',
  'far-day',
  'no-owner',
  'several-owners',
] as const;
export type SmartHint = (typeof smartHintKinds)[number];

const plain = (text: string) => text.trim().toLowerCase().replace(/\s+/g, ' ');

/** Two names in one field: joined by a sign or by a word. */
const several = /[,;/&+]|\s(?:and|with)\s/i;

/**
 * Whether an action says how it will be measured, by which day, and who alone owns it.
 * @param action as it is being typed; anything may be empty, `dueOn` is then null.
 */
export function smartHints(
  action: {
    readonly what: string;
    readonly measure: string;
    readonly owner: string;
    readonly dueOn: IsoDate | null;
  },
  today: IsoDate,
): readonly SmartHint[] {
  const hints: SmartHint[] = [];
  const measure = plain(action.measure);
  if (measure === '' || measure === plain(action.what)) hints.push('measure');
  if (action.dueOn === null) hints.push('no-day');
  else if (action.dueOn < today) hints.push('past-day');
  else if (daysBetween(today, action.dueOn) > 366) hints.push('far-day');
  if (plain(action.owner) === '') hints.push('no-owner');
  else if (several.test(action.owner)) hints.push('several-owners');
  return hints;
}
