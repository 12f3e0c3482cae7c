import { Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { api } from '#renderer/api/client.ts';
import { JudgementBadge } from '#renderer/ui/capability/judgement-badge.tsx';
import { UkDate } from '#renderer/ui/uk-date.tsx';
import type { Holding } from '../hold/holding.ts';
import classes from './judge.module.css';

/** What the last panel found and asked for here. Says nothing where there was none. */
export function LastTime(props: { readonly holding: Holding; readonly code: string }) {
  const { holding, code } = props;
  const { portfolioId, review, previousActions } = holding;
  const reviews = useQuery(api.reviews.list.queryOptions({ input: { portfolioId } }));
  const last = reviews.data?.find(
    (other) => other.state === 'signed' && other.id !== review.id && other.heldOn <= review.heldOn,
  );
  const judgement = last?.judgements.find(({ capability }) => capability === code);
  const actions = previousActions.filter(({ capability }) => capability === code);
  if (last === undefined || (judgement === undefined && actions.length === 0)) return null;
  return (
    <div className={classes.last}>
      <Text size="sm" fw={700} component="h4">
        Last review, <UkDate date={last.heldOn} />
      </Text>
      {judgement === undefined ? null : (
        <Text size="sm" component="div">
          <JudgementBadge level={judgement.level} /> {judgement.reason}
        </Text>
      )}
      {actions.length === 0 ? null : (
        <ul className={classes.lastActions} aria-label={`Actions of the last review for ${code}`}>
          {actions.map((action) => (
            <li key={action.id}>
              Action: {action.what}. {action.owner}, by <UkDate date={action.dueOn} />. Measured by:{' '}
              {action.measure}
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
