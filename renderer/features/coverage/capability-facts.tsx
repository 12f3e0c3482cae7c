import { count } from '#renderer/text/format.ts';
import type { CoverageMeasure } from '#shared/domain/coverage/items-behind.ts';
import type { CapabilityCoverage } from '#shared/domain/coverage/types.ts';
import { ukDate } from '#shared/domain/dates.ts';
import classes from './coverage.module.css';
import { NumberButton } from './number-button.tsx';

/** What supervisors stand by, and how they said so. */
export type Seen = { readonly items: number; readonly signedOff: number; readonly accepted: number };
export const nothingSeen: Seen = { items: 0, signedOff: 0, accepted: 0 };

const seenHow = ({ signedOff, accepted }: Seen): string =>
  [
    ...(accepted === 0 ? [] : [`${accepted} accepted in feedback`]),
    ...(signedOff === 0 ? [] : [`${signedOff} signed off in person`]),
  ].join(', ');

type Fact = readonly [words: string, measure: CoverageMeasure | null];

/** What is to be said of a capability's evidence; what there is none of is left out, but for what is asked of everyone. */
export function factsOf(coverage: CapabilityCoverage, seen: Seen, targetDate: string): readonly Fact[] {
  const { items, inWindow, maintained, tooOld, tooEarly, expiring, verified, unverified } = coverage;
  const { anonymised, unanonymised, kinds, drafts, newestOn } = coverage;
  const some = (amount: number, words: string, measure: CoverageMeasure): readonly Fact[] =>
    amount === 0 ? [] : [[`${amount} ${words}`, measure]];
  const linked: readonly Fact[] =
    items === 0
      ? []
      : [
          [`${inWindow} of ${count(items, 'item')} in the window`, 'inWindow'],
          ...some(maintained, 'older, kept up', 'maintained'),
          ...some(tooOld, `too old by ${ukDate(targetDate)}`, 'tooOld'),
          ...some(expiring, 'of those still counting today', 'expiring'),
          ...some(tooEarly, 'not begun yet', 'tooEarly'),
          [`${verified} verified`, 'verified'],
          ...some(unverified, 'to verify', 'unverified'),
          ...some(anonymised, 'anonymised', 'anonymised'),
          ...some(unanonymised, 'to anonymise', 'unanonymised'),
          ...some(seen.items, `seen by a supervisor (${seenHow(seen)})`, 'seen'),
          [count(kinds, 'kind of evidence', 'kinds of evidence'), 'counted'],
        ];
  return [
    ...linked,
    ...(drafts === 0 ? [] : ([[`${count(drafts, 'draft')} linked`, 'drafts']] as const)),
    ...(newestOn === null ? [] : ([[`newest ${ukDate(newestOn)}`, null]] as const)),
  ];
}

/** The numbers of one capability; each shows its items on a click. */
export function CapabilityFacts(props: {
  readonly coverage: CapabilityCoverage;
  readonly seen: Seen;
  readonly targetDate: string;
}) {
  const { coverage, seen, targetDate } = props;
  return (
    <ul className={classes.facts} aria-label={`Numbers of ${coverage.code}`}>
      {factsOf(coverage, seen, targetDate).map(([words, measure]) => (
        <li key={words}>
          {measure === null ? (
            words
          ) : (
            <NumberButton question={{ capability: coverage.code, expectation: null, measure }}>
              {words}
            </NumberButton>
          )}
        </li>
      ))}
    </ul>
  );
}
