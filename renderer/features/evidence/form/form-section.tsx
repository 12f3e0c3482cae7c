import { Paper, Stack, Text, Title, UnstyledButton } from '@mantine/core';
import { IconChevronDown } from '@tabler/icons-react';
import { type ReactNode, useEffect, useId, useRef, useState } from 'react';
import classes from './form-section.module.css';
import { revealEvent } from './reveal.ts';

/** The id of a section's heading, for what leads there. */
export const sectionId = (name: string): string => `section-${name}`;

/** One part of the form, with a heading to jump to and to close it with. What is closed keeps what was written in it. */
export function FormSection(props: {
  /** For the list of contents; nothing leads to a section without one. */
  readonly name?: string;
  readonly title: string;
  readonly intro?: ReactNode;
  /** Closed to begin with, and what it then says of itself. */
  readonly closed?: boolean;
  readonly summary?: string;
  readonly children: ReactNode;
}) {
  const { name, title, intro, closed = false, summary, children } = props;
  const ownId = useId();
  const id = name === undefined ? ownId : sectionId(name);
  const [open, setOpen] = useState(!closed);
  const root = useRef<HTMLElement>(null);
  useEffect(() => {
    const reveal = () => setOpen(true);
    const section = root.current;
    section?.addEventListener(revealEvent, reveal);
    return () => section?.removeEventListener(revealEvent, reveal);
  }, []);
  return (
    <Paper component="section" ref={root} withBorder p="md" radius="md" aria-labelledby={id}>
      <Title order={2} size="h3" className={classes.heading}>
        <UnstyledButton
          id={id}
          className={classes.toggle ?? ''}
          aria-expanded={open}
          aria-controls={`${id}-inside`}
          onClick={() => setOpen((was) => !was)}
        >
          <span>{title}</span>
          <IconChevronDown size={20} aria-hidden className={classes.chevron} />
        </UnstyledButton>
      </Title>
      {open || summary === undefined ? null : (
        <Text size="sm" c="dimmed">
          {summary}
        </Text>
      )}
      <div id={`${id}-inside`} hidden={!open}>
        {intro === undefined ? null : (
          <Text component="div" size="sm" c="dimmed" mt={4} maw="68ch">
            {intro}
          </Text>
        )}
        <Stack gap="md" mt="md">
          {children}
        </Stack>
      </div>
    </Paper>
  );
}
