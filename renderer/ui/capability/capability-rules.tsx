import { Text } from '@mantine/core';
import { IconCircleCheckFilled, IconCircleDashed } from '@tabler/icons-react';
import { amountWords } from '#renderer/text/coverage-words.ts';
import { count } from '#renderer/text/format.ts';
import type { CapabilityCoverage } from '#shared/domain/coverage/types.ts';
import type { GuidancePack } from '#shared/domain/guidance-pack.ts';
import { Disclosure } from '../disclosure.tsx';
import { UkDate } from '../uk-date.tsx';
import classes from './capability.module.css';
import { RuleSource } from './rule-source.tsx';

/** Every rule of the capability with what was counted, for whoever asks where the strength comes from. */
export function CapabilityRules(props: {
  readonly pack: GuidancePack;
  readonly coverage: CapabilityCoverage;
}) {
  const { pack, coverage } = props;
  const { expectations, code } = coverage;
  if (expectations.length === 0) return <Text size="sm">The guidance gives no count for it.</Text>;
  const met = expectations.filter((result) => result.met).length;
  return (
    <Disclosure label={`The counts behind it: ${met} of ${count(expectations.length, 'rule')} met`}>
      <ul className={classes.rules} aria-label={`Rules of ${code}`}>
        {expectations.map(({ expectation, have, met: isMet, countsFrom, tooOld }) => {
          const RuleIcon = isMet ? IconCircleCheckFilled : IconCircleDashed;
          return (
            <li key={expectation.id} className={classes.gap}>
              <RuleIcon size={18} aria-hidden />
              <div>
                <Text size="sm" fw={600}>
                  {expectation.title}
                </Text>
                <Text size="sm">
                  {have} of {amountWords(expectation.atLeast, expectation.unit)}
                  {isMet ? ', met' : ', not met'}, counted from <UkDate date={countsFrom} />
                  {tooOld === 0 ? '' : `; ${amountWords(tooOld, expectation.unit)} too old to count`}
                </Text>
                <RuleSource pack={pack} expectation={expectation} />
              </div>
            </li>
          );
        })}
      </ul>
    </Disclosure>
  );
}
