import { Text } from '@mantine/core';
import { IconAlertCircle } from '@tabler/icons-react';
import { gapSentence } from '#renderer/text/gap-sentence.ts';
import type { CapabilityCoverage } from '#shared/domain/coverage/types.ts';
import type { GuidancePack } from '#shared/domain/guidance-pack.ts';
import classes from './capability.module.css';
import { RuleSource } from './rule-source.tsx';

/** What is missing, each with the rule it comes from and how sure that rule is. */
export function CapabilityGaps(props: {
  readonly pack: GuidancePack;
  readonly coverage: CapabilityCoverage;
}) {
  const { pack, coverage } = props;
  if (coverage.gaps.length === 0) {
    return (
      <Text size="sm">No gap by the counts. Whether the evidence is good enough is for you to judge.</Text>
    );
  }
  return (
    <ul className={classes.gaps} aria-label={`Gaps in ${coverage.code}`}>
      {coverage.gaps.map((gap) => {
        const result = coverage.expectations.find(({ expectation }) => expectation.id === gap.expectationId);
        return (
          <li key={`${gap.kind} ${gap.expectationId}`} className={classes.gap}>
            <IconAlertCircle size={16} aria-hidden />
            <div>
              <Text span size="sm" fw={600}>
                {gapSentence(gap, result, pack)}
              </Text>
              {result === undefined ? null : (
                <RuleSource pack={pack} expectation={result.expectation} named />
              )}
            </div>
          </li>
        );
      })}
    </ul>
  );
}
