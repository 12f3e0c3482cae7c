import { Paper, Text, UnstyledButton } from '@mantine/core';
import classes from './contents.module.css';
import { sectionId } from './form-section.tsx';
import { revealAndFocus } from './reveal.ts';

export type Part = { readonly name: string; readonly title: string; readonly note: string };

/** The parts of the form, to jump to, each with what is in it. */
export function Contents({ parts }: { readonly parts: readonly Part[] }) {
  return (
    <Paper
      component="nav"
      withBorder
      p="sm"
      radius="md"
      aria-label="Parts of this form"
      className={classes.contents}
    >
      <ul className={classes.list}>
        {parts.map(({ name, title, note }) => (
          <li key={name}>
            <UnstyledButton
              className={classes.part ?? ''}
              onClick={() => {
                const heading = document.getElementById(sectionId(name));
                revealAndFocus(heading);
                (heading?.closest('section') ?? heading)?.scrollIntoView({ block: 'start' });
              }}
            >
              <span>{title}</span>
              {note === '' ? null : (
                <Text span size="xs" c="dimmed">
                  {note}
                </Text>
              )}
            </UnstyledButton>
          </li>
        ))}
      </ul>
    </Paper>
  );
}
