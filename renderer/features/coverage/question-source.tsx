import { Text } from '@mantine/core';
import type { CoverageQuestion } from '#shared/domain/coverage/items-behind.ts';
import type { GuidancePack } from '#shared/domain/guidance-pack.ts';
import type { Certainty } from '#shared/domain/pack-provenance.ts';
import { applicationGuideOf } from '#shared/guidance/application.ts';
import classes from './coverage.module.css';
import { Provenance } from './provenance.tsx';

type Fact = { readonly note: string; readonly certainty: Certainty; readonly source: string };

/** The facts of the guidance a number rests on: its rule, and what decides what counts. */
function factsOf(
  pack: GuidancePack,
  { capability, expectation, measure }: CoverageQuestion,
): readonly Fact[] {
  const guide = applicationGuideOf(pack);
  const rules =
    capability === null
      ? pack.expectations
      : pack.capabilities.find(({ code }) => code === capability)?.expectations;
  const rule = rules?.find(({ id }) => id === expectation);
  const { years, wholeTimeEquivalent, certainty, source } = pack.window;
  const window = {
    note: `The window: ${years} ${wholeTimeEquivalent ? 'whole-time equivalent ' : ''}years before the target date.`,
    certainty,
    source,
  };
  const own = rule === undefined ? [] : [{ ...rule, note: rule.title }];
  switch (measure) {
    case 'maintained':
      return guide.maintenance == null ? own : [...own, guide.maintenance];
    case 'verified':
    case 'unverified':
      return [...own, { ...guide.notVerified, note: `Need none: ${guide.notVerified.note}` }];
    case 'all':
    case 'drafts':
    case 'seen':
    case 'anonymised':
    case 'unanonymised':
      return own;
    default:
      return rule === undefined || rule.withinYears === null ? [...own, window] : own;
  }
}

/** Which rule a number follows, and where that was read. */
export function QuestionSource(props: { readonly pack: GuidancePack; readonly question: CoverageQuestion }) {
  const facts = factsOf(props.pack, props.question);
  return facts.map(({ note, certainty, source }) => (
    <div key={note} className={classes.fact}>
      <Text size="sm">{note}</Text>
      <Provenance pack={props.pack} source={source} certainty={certainty} />
    </div>
  ));
}
