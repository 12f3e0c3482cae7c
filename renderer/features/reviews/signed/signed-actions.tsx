import { Text } from '@mantine/core';
import { Section } from '#renderer/ui/section.tsx';
import { UkDate } from '#renderer/ui/uk-date.tsx';
import type { Action, Review } from '#shared/domain/review.ts';
import { ActionStatusBadge } from '../review-badges.tsx';
import classes from './signed.module.css';

function Line(props: { readonly action: Action; readonly note?: string }) {
  const { action, note = '' } = props;
  return (
    <li className={classes.line}>
      <div>
        <Text fw={600}>{action.what}</Text>
        <Text size="sm" c="dimmed">
          {action.owner}, by <UkDate date={action.dueOn} />
          {action.capability === null ? '' : `, for ${action.capability}`}. Measured by: {action.measure}
        </Text>
        {note === '' ? null : <Text size="sm">{note}</Text>}
      </div>
      <ActionStatusBadge status={action.status} />
    </li>
  );
}

/** What was agreed, and what the panel found of the actions before. */
export function SignedActions(props: {
  readonly review: Review;
  readonly previousActions: readonly Action[];
}) {
  const { review, previousActions } = props;
  const followed = new Map(review.followUps.map((followUp) => [followUp.action, followUp]));
  return (
    <>
      <Section title="Actions">
        {review.actions.length === 0 ? (
          <Text size="sm">The panel agreed no actions.</Text>
        ) : (
          <ol className={classes.list}>
            {review.actions.map((action) => (
              <Line key={action.id} action={action} />
            ))}
          </ol>
        )}
      </Section>
      {previousActions.length === 0 ? null : (
        <Section title="What became of the last review’s actions">
          <ol className={classes.list}>
            {previousActions.map((action) => {
              const found = followed.get(action.id);
              return (
                <Line
                  key={action.id}
                  action={{ ...action, status: found?.status ?? action.status }}
                  note={found?.note ?? ''}
                />
              );
            })}
          </ol>
        </Section>
      )}
    </>
  );
}
