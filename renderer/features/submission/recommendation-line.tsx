import { Text } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { api } from '#renderer/api/client.ts';
import { usePortfolio } from '#renderer/api/portfolio-context.tsx';
import { count } from '#renderer/text/format.ts';
import { FailedState } from '#renderer/ui/states.tsx';
import type { Recommendation } from '#shared/domain/submission/recommendation.ts';
import { LineActions } from './line-actions.tsx';
import { RecommendationForm } from './recommendation-form.tsx';
import classes from './submission.module.css';

/** One recommendation, to read and to change. */
export function RecommendationLine(props: {
  readonly recommendation: Recommendation;
  readonly number: number;
}) {
  const { recommendation, number } = props;
  const { id, title, text, items } = recommendation;
  const { portfolioId } = usePortfolio();
  const [editing, setEditing] = useState(false);
  const remove = useMutation(api.submission.removeRecommendation.mutationOptions());
  return (
    <li className={classes.line}>
      <span className={classes.number}>{number}</span>
      <div className={classes.words}>
        {editing ? (
          <RecommendationForm recommendation={recommendation} onDone={() => setEditing(false)} />
        ) : (
          <>
            <Text fw={600}>{title}</Text>
            {text === '' ? null : <Text size="sm">{text}</Text>}
            <Text size="sm" c="dimmed">
              {items.length === 0
                ? 'Nothing answers it yet'
                : `${count(items.length, 'item answers', 'items answer')} it`}
            </Text>
          </>
        )}
        {remove.error === null ? null : <FailedState error={remove.error} />}
      </div>
      {editing ? null : (
        <LineActions
          about={title}
          removing={remove.isPending}
          onChange={() => setEditing(true)}
          onRemove={() => remove.mutate({ portfolioId, id })}
        />
      )}
    </li>
  );
}
