import { Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { taskWords, waitingForWords } from '#renderer/text/programme-words.ts';
import { UkDate } from '#renderer/ui/uk-date.tsx';
import type { Task } from '#shared/domain/programme/tasks.ts';
import { OpenReview } from './open-review.tsx';
import classes from './programme.module.css';

const orWords = (who: Task['who']) => who.map((one) => waitingForWords[one]).join(' or ');

/** One thing that waits: what, with whom, since and until when. @param others what stands at its end */
export function TaskLine({ task, others }: { readonly task: Task; readonly others: ReactNode }) {
  const { doctor, specialty, who, since, until, portfolioId, review } = task;
  return (
    <li className={classes.line}>
      <div className={classes.words}>
        <Text size="sm" fw={600}>
          {taskWords(task)}
        </Text>
        <Text size="sm">
          <OpenReview portfolioId={portfolioId} review={review}>
            {doctor}
          </OpenReview>
          , {specialty}
        </Text>
        <Text size="sm" c="dimmed">
          Waits for {orWords(who)} since <UkDate date={since} />
          {until === null || until === since ? (
            ''
          ) : (
            <>
              , by <UkDate date={until} />
            </>
          )}
        </Text>
      </div>
      <div className={classes.tools}>{others}</div>
    </li>
  );
}
