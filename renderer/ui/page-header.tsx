import { Box, Group, Text, Title } from '@mantine/core';
import { type ReactNode, useEffect, useRef } from 'react';
import { focusHeading } from './page-focus.ts';
import classes from './page-header.module.css';

/** A screen's one `h1`, with what may be done on it. Sets the window's title and takes focus on arrival. */
export function PageHeader(props: {
  readonly title: string;
  readonly intro?: ReactNode;
  readonly actions?: ReactNode;
}) {
  const { title, intro, actions } = props;
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    document.title = `${title} · Waymark`;
  }, [title]);
  useEffect(() => {
    if (heading.current !== null) focusHeading(heading.current);
  }, []);
  return (
    <Group component="header" justify="space-between" align="flex-start" gap="md" mb="lg">
      <Box className={classes.words}>
        <Title order={1} ref={heading} tabIndex={-1} className={classes.heading}>
          {title}
        </Title>
        {intro === undefined ? null : (
          <Text component="div" c="dimmed" mt={4} className={classes.intro}>
            {intro}
          </Text>
        )}
      </Box>
      {actions === undefined ? null : <Group gap="sm">{actions}</Group>}
    </Group>
  );
}
