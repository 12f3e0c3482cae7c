import { Text } from '@mantine/core';
import { showDate } from '#renderer/forms/typed-date.ts';
import type { Expectation, GuidancePack } from '#shared/domain/guidance-pack.ts';
import { CertaintyBadge } from '../badges.tsx';
import classes from './capability.module.css';

/** Which rule, where it was read, and how sure it is. @param named whether to name the rule itself too. */
export function RuleSource(props: {
  readonly pack: GuidancePack;
  readonly expectation: Expectation;
  readonly named?: boolean;
}) {
  const { pack, expectation, named = false } = props;
  const source = pack.sources.find(({ id }) => id === expectation.source);
  return (
    <span className={classes.source}>
      <CertaintyBadge certainty={expectation.certainty} />
      <Text span size="xs" c="dimmed">
        {named ? `Rule: ${expectation.title}. ` : ''}
        {source === undefined ? '' : `${source.publisher}: ${source.title}`}
        {source === undefined || source.date === null ? '' : `, ${showDate(source.date)}`}
      </Text>
    </span>
  );
}
