import { Text } from '@mantine/core';
import { IconAlertCircle } from '@tabler/icons-react';
import { gapSentence } from '#renderer/text/gap-sentence.ts';
import { sourceWords } from '#renderer/text/source-words.ts';
import { CertaintyBadge } from '#renderer/ui/badges.tsx';
import type { CapabilityCoverage } from '#shared/domain/coverage/types.ts';
import type { GuidancePack } from '#shared/domain/guidance-pack.ts';
import classes from './coverage.module.css';

/** What is missing under a capability, in plain words, each with the rule it comes from. */
export function GapList(props: { readonly pack: GuidancePack; readonly coverage: CapabilityCoverage }) {
  const { pack, coverage } = props;
  if (coverage.gaps.length === 0) return null;
  return (
    <ul className={classes.gaps} aria-label={`Gaps in ${coverage.code}`}>
      {coverage.gaps.map((gap) => {
        const result = coverage.expectations.find(({ expectation }) => expectation.id === gap.expectationId);
        return (
          <li key={`${gap.kind} ${gap.expectationId}`} className={classes.gap}>
            <IconAlertCircle size={16} aria-hidden className={classes.gapIcon} />
            <div>
              <div className={classes.gapSays}>
                <Text span size="sm" fw={600}>
                  {gapSentence(gap, result, pack)}
                </Text>
                {result === undefined ? null : <CertaintyBadge certainty={result.expectation.certainty} />}
              </div>
              {result === undefined ? null : (
                <Text size="xs" c="dimmed">
                  Rule: {result.expectation.title}. Source:{' '}
                  {result.expectation.certainty === 'working'
                    ? 'Waymark itself'
                    : sourceWords(pack, result.expectation.source)}
                </Text>
              )}
            </div>
          </li>
        );
      })}
    </ul>
  );
}
