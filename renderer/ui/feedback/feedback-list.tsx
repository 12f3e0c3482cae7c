import { Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { byWords, sbiLabels, verdictWords } from '#renderer/text/feedback-words.ts';
import { momentWords } from '#renderer/text/format.ts';
import { passageWords, upperFirst } from '#renderer/text/passage-words.ts';
import { Facts } from '#renderer/ui/facts.tsx';
import type { ShownFeedback } from '#shared/contract/feedback.ts';
import type { Passage } from '#shared/domain/evidence.ts';
import classes from './feedback.module.css';

const sbiOrder = ['situation', 'behaviour', 'impact', 'nextStep'] as const;

function OneFeedback(props: {
  readonly one: ShownFeedback;
  readonly passage: (passage: Passage) => ReactNode;
  readonly actions?: ReactNode;
}) {
  const { one, passage, actions } = props;
  const { sbi } = one;
  return (
    <li className={classes.one} data-verdict={one.verdict}>
      <div className={classes.head}>
        <Text span size="sm" fw={700}>
          {verdictWords[one.verdict]}
        </Text>
        <Text span size="sm" className={classes.who ?? ''}>
          {byWords(one.by, one.device)}, {momentWords(one.at)}
        </Text>
        {one.present ? null : (
          <Text span size="sm" className={classes.who ?? ''}>
            on an earlier version
          </Text>
        )}
        {actions}
      </div>
      {one.passage === null ? null : <div className={classes.quote}>{passage(one.passage)}</div>}
      {one.comment === '' ? null : (
        <Text size="sm" className={classes.words ?? ''}>
          {one.comment}
        </Text>
      )}
      {sbi === null ? null : <Facts facts={sbiOrder.map((part) => [sbiLabels[part], sbi[part]] as const)} />}
    </li>
  );
}

const plainPassage = (passage: Passage) => <Text size="sm">{upperFirst(passageWords(passage))}</Text>;

/** What was said of an item, newest first. */
export function FeedbackList(props: {
  readonly label: string;
  readonly feedback: readonly ShownFeedback[];
  /** How a passage is shown, where it can be gone to. */
  readonly passage?: (passage: Passage) => ReactNode;
  readonly actions?: (one: ShownFeedback) => ReactNode;
}) {
  const { label, feedback, passage = plainPassage, actions } = props;
  return (
    <ul className={classes.list} aria-label={label}>
      {feedback.map((one) => (
        <OneFeedback key={one.id} one={one} passage={passage} actions={actions?.(one)} />
      ))}
    </ul>
  );
}
