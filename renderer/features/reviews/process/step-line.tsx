import { Text } from '@mantine/core';
import { IconCircleCheckFilled, IconCircleDotted, IconMinus } from '@tabler/icons-react';
import { momentWords } from '#renderer/text/format.ts';
import { stepRolePhrases, stepWords } from '#renderer/text/review-process-words.ts';
import { ukDate } from '#shared/domain/dates.ts';
import type { ReviewStep } from '#shared/domain/review-process/step.ts';
import classes from './process.module.css';

/** What a step says in its own words; empty where it says nothing. */
function sayingOf(step: ReviewStep): string {
  switch (step.kind) {
    case 'submit':
      return step.withoutReport === undefined ? '' : `Without a supervisor’s report: ${step.withoutReport}`;
    case 'respond':
      return step.text;
    case 'change-window':
      return `${ukDate(step.window.from)} to ${ukDate(step.window.to)}. ${step.reason}`;
    case 'postpone':
      return step.heldOn === null ? step.reason : `To ${ukDate(step.heldOn)}. ${step.reason}`;
    case 'answer-second-look':
      return `${step.answer === 'stands' ? 'The outcome stands.' : 'The outcome will be amended.'} ${step.reason}`;
    case 'amend':
      return `On the authority of ${step.authority}. ${step.reason}`;
    default:
      return 'reason' in step ? step.reason : '';
  }
}

/** One step that was taken: what, who, when and where. */
export function StepLine(props: {
  readonly step: ReviewStep;
  /** What a reader should know of it: clocks, lateness. */
  readonly remarks?: readonly string[];
  readonly standing?: 'holds' | 'contested' | 'aside';
}) {
  const { step, remarks = [], standing = 'holds' } = props;
  const { by, at } = step;
  const StepIcon =
    standing === 'holds' ? IconCircleCheckFilled : standing === 'aside' ? IconMinus : IconCircleDotted;
  const saying = sayingOf(step);
  return (
    <li className={classes.step}>
      <StepIcon size={20} aria-hidden className={standing === 'holds' ? classes.taken : classes.open} />
      <div className={classes.stepWords}>
        <Text fw={600} size="sm">
          {stepWords[step.kind].done}
          {standing === 'aside' ? ' (does not hold)' : ''}
        </Text>
        <Text size="sm" c="dimmed">
          {by.name}, {stepRolePhrases[by.role]}, {momentWords(at)}
          {by.device === null ? '' : `, at the computer of ${by.device}`}
        </Text>
        {saying === '' ? null : (
          <Text size="sm" className={classes.saying ?? ''}>
            {saying}
          </Text>
        )}
        {remarks.map((remark) => (
          <Text key={remark} size="sm" className={classes.remark ?? ''}>
            {remark}
          </Text>
        ))}
      </div>
    </li>
  );
}
