import { Paper, Stack, Text, Title } from '@mantine/core';
import { type ReactNode, useId } from 'react';

/** One part of the form, with a heading to jump to. */
export function FormSection(props: {
  readonly title: string;
  readonly intro?: ReactNode;
  readonly children: ReactNode;
}) {
  const id = useId();
  return (
    <Paper component="section" withBorder p="lg" radius="md" aria-labelledby={id}>
      <Title order={2} id={id} size="h3">
        {props.title}
      </Title>
      {props.intro === undefined ? null : (
        <Text component="div" size="sm" c="dimmed" mt={4} maw="68ch">
          {props.intro}
        </Text>
      )}
      <Stack gap="md" mt="md">
        {props.children}
      </Stack>
    </Paper>
  );
}
