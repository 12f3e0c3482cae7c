import { z } from 'zod';
import { type IsoDate, isoDateSchema } from '../dates.ts';
import { evidenceTypeIdSchema } from '../evidence.ts';
import type { EvidenceTypeId } from '../evidence-types.ts';
import type { GuidancePack } from '../guidance-pack.ts';
import { capabilityCodeSchema } from '../ids.ts';
import { lineSchema } from '../text.ts';
import { capabilitiesFound } from './capability-words.ts';
import { type TypeFound, typeNamed } from './type-words.ts';
import { type WrittenDate, writtenDates } from './written-dates.ts';

/** Where a suggestion comes from, and what is said there. */
const whySchema = z.strictObject({
  from: z.enum(['name', 'text', 'modified', 'rule']),
  says: z.array(z.string()).readonly(),
});
export type Why = Readonly<z.output<typeof whySchema>>;

/** What a file may be, each part with its reason. Nothing of it is true until somebody says so. */
export const suggestionSchema = z.strictObject({
  /** Its name without ending and date. */
  title: z.string(),
  type: z.strictObject({ is: evidenceTypeIdSchema, why: whySchema }).nullable(),
  dates: z
    .strictObject({ startedOn: isoDateSchema, endedOn: isoDateSchema.nullable(), why: whySchema })
    .nullable(),
  capabilities: z.array(z.strictObject({ code: capabilityCodeSchema, why: whySchema })).readonly(),
});
export type Suggestion = Readonly<z.output<typeof suggestionSchema>>;

/** How much of a long text is read: its first pages say what it is. */
const readOfText = 8_000;
const longestTitle = 200;

const stemOf = (name: string) => name.replace(/\.[a-z0-9]{1,8}$/i, '');

/** The name as a title: no ending, no date, words with spaces, a capital first. */
export function titleOf(name: string, dates: readonly WrittenDate[]): string {
  let text = stemOf(name);
  for (const { written } of dates) text = text.replace(written, ' ');
  const words = text
    .replace(/[_]+|(?<=\p{L})[-.](?=\p{L})/gu, ' ')
    .replace(/\s+/g, ' ')
    .replace(/^[\s\-.,()]+|[\s\-.,(]+$/g, '');
  const title = (words || stemOf(name)).slice(0, longestTitle);
  const kept = lineSchema(longestTitle).safeParse(title.charAt(0).toUpperCase() + title.slice(1));
  return kept.success ? kept.data : 'File without a name';
}

function datesSaid(name: readonly WrittenDate[], text: readonly WrittenDate[], modifiedOn: IsoDate | null) {
  const [first, second] = name;
  if (first !== undefined) {
    const isRange = name.length === 2 && second !== undefined && second.date > first.date;
    return {
      startedOn: first.date,
      endedOn: isRange ? second.date : null,
      why: { from: 'name' as const, says: name.slice(0, isRange ? 2 : 1).map(({ written }) => written) },
    };
  }
  const exact = text.find((one) => one.exact) ?? text[0];
  if (exact !== undefined)
    return { startedOn: exact.date, endedOn: null, why: { from: 'text' as const, says: [exact.written] } };
  return modifiedOn === null
    ? null
    : { startedOn: modifiedOn, endedOn: null, why: { from: 'modified' as const, says: [] } };
}

function typeSaid(name: TypeFound | null, text: TypeFound | null) {
  if (name !== null) return { is: name.type, why: { from: 'name' as const, says: [name.says] } };
  return text === null ? null : { is: text.type, why: { from: 'text' as const, says: [text.says] } };
}

function capabilitiesSaid(pack: GuidancePack, name: string, text: string, type: EvidenceTypeId | null) {
  const inName = capabilitiesFound(pack, name, null);
  const found = inName.length > 0 ? inName : capabilitiesFound(pack, text, type);
  const from = inName.length > 0 ? ('name' as const) : ('text' as const);
  return found.map(({ code, by, says }) => ({
    code,
    why: { from: by === 'rule' ? ('rule' as const) : from, says },
  }));
}

/**
 * What a file may be, from its name, its text where that is known, and the guidance's own words.
 * @param modifiedOn the day it was last changed, the last resort for a date.
 * @param today dates after it are not suggested.
 */
export function suggest(
  file: { readonly name: string; readonly text: string | undefined; readonly modifiedOn: IsoDate | null },
  pack: GuidancePack,
  today: IsoDate,
): Suggestion {
  const stem = stemOf(file.name);
  const text = (file.text ?? '').slice(0, readOfText);
  const inName = writtenDates(stem, today);
  const modifiedOn = file.modifiedOn !== null && file.modifiedOn <= today ? file.modifiedOn : null;
  const type = typeSaid(typeNamed(stem), typeNamed(text.slice(0, 600)));
  return {
    title: titleOf(file.name, inName),
    type,
    dates: datesSaid(inName, writtenDates(text, today), modifiedOn),
    capabilities: capabilitiesSaid(pack, stem, text, type?.is ?? null),
  };
}
