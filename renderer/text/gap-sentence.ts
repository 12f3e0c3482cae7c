import type { ExpectationResult, Gap } from '#shared/domain/coverage/types.ts';
import { ukDate } from '#shared/domain/dates.ts';
import { evidenceTypeById } from '#shared/domain/evidence-fields.ts';
import type { Expectation } from '#shared/domain/guidance-pack.ts';
import { type TypesOf, typeTitle } from '#shared/domain/pack-types.ts';
import { amountWords } from './coverage-words.ts';

/** What a rule counts, by name: `DOPS`, `Audit or QI project (PDSA)`; empty where every type counts. */
export function countedWords({ types, only }: Expectation, pack: TypesOf): string {
  const titles = types.map((type) => {
    const { fields } = evidenceTypeById(type);
    const field = only === undefined ? undefined : fields.find(({ id }) => id === only.field);
    return field?.options?.find(({ value }) => value === only?.value)?.label ?? typeTitle(pack, type);
  });
  const last = titles.at(-1) ?? '';
  return titles.length < 2 ? last : `${titles.slice(0, -1).join(', ')} or ${last}`;
}

/** `DOPS: 2 more since 01/02/2021 needed`. @param result the rule the gap is about, if it is about one. */
export function gapSentence(gap: Gap, result: ExpectationResult | undefined, pack: TypesOf): string {
  if (gap.kind === 'no-evidence' || result === undefined) return 'No evidence is linked here yet';
  const { expectation, countsFrom, tooOld } = result;
  const counted = countedWords(expectation, pack);
  const since = `${gap.kind === 'not-yet' ? 'from' : 'since'} ${ukDate(countsFrom)}`;
  const plain = expectation.unit === 'items' && counted !== '' ? String(gap.missing) : '';
  const amount = plain === '' ? amountWords(gap.missing, expectation.unit) : plain;
  const more = `${amount.replace(/^(\S+)/, '$1 more')} ${since} needed`;
  const what = counted === '' ? more : `${counted}: ${more}`;
  if (gap.kind === 'not-yet') return `${what}: that period has not begun`;
  return gap.kind === 'too-old'
    ? `${what} (${amountWords(tooOld, expectation.unit)} too old to count)`
    : what;
}

/** `4 of 12 items`, or once met `14 items, 12 asked for`. */
export const progressWords = ({ have, met, expectation: { atLeast, unit } }: ExpectationResult): string =>
  met ? `${amountWords(have, unit)}, ${atLeast} asked for` : `${have} of ${amountWords(atLeast, unit)}`;
