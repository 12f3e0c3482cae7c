import { Stack, Text } from '@mantine/core';
import { IconAlarm } from '@tabler/icons-react';
import { today } from '#renderer/text/format.ts';
import { TextLink } from '#renderer/ui/links.tsx';
import { paths } from '#renderer/ui/paths.ts';
import { Section } from '#renderer/ui/section.tsx';
import { ToneBadge } from '#renderer/ui/tone-badge.tsx';
import { UkDate } from '#renderer/ui/uk-date.tsx';
import type { Review } from '#shared/domain/review.ts';
import classes from './home.module.css';
import { actionsByDue } from './needs.ts';

/** What the last review asked for and is still open, soonest first. */
export function Actions(props: { readonly reviews: readonly Review[] }) {
  const actions = actionsByDue(props.reviews);
  const now = today();
  return (
    <Section
      title="Open actions"
      intro="From the last signed review."
      actions={
        <TextLink to={paths.reviews} size="sm">
          Reviews
        </TextLink>
      }
    >
      {actions.length === 0 ? (
        <Text size="sm">No action is open.</Text>
      ) : (
        <Stack component="ul" gap={0} className={classes.lines}>
          {actions.map((action) => (
            <li key={action.id} className={classes.line}>
              <div className={classes.lineWords}>
                <Text size="sm" fw={600}>
                  {action.what}
                </Text>
                <Text size="sm" c="dimmed">
                  {action.owner}, by <UkDate date={action.dueOn} />
                </Text>
              </div>
              {action.dueOn < now ? (
                <ToneBadge tone="bad" icon={IconAlarm}>
                  Overdue
                </ToneBadge>
              ) : null}
            </li>
          ))}
        </Stack>
      )}
    </Section>
  );
}
