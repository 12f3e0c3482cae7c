import { Box, Group, Paper, Text, Title } from '@mantine/core';
import { type ReactNode, useId } from 'react';
import classes from './section.module.css';

/** A titled part of a screen: a card that is also a landmark for screen readers. */
export function Section(props: {
  readonly title: string;
  readonly intro?: ReactNode;
  readonly actions?: ReactNode;
  readonly children: ReactNode;
}) {
  const id = useId();
  return (
    <Paper component="section" withBorder radius="md" p="md" aria-labelledby={id}>
      <Group justify="space-between" align="flex-start" mb="sm" gap="sm">
        <Box flex="1 1 14rem" miw={0}>
          <Title order={2} size="h3" id={id} className={classes.title ?? ''}>
            {props.title}
          </Title>
          {props.intro === undefined ? null : (
            <Text component="div" size="sm" c="dimmed" mt={2}>
              {props.intro}
            </Text>
          )}
        </Box>
        {props.actions}
      </Group>
      {props.children}
    </Paper>
  );
}
