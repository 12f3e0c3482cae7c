import { Group, Text } from '@mantine/core';
import { meetingKindWords } from '#renderer/text/supervision-words.ts';
import { CertaintyBadge } from '#renderer/ui/badges.tsx';
import { LinkButton } from '#renderer/ui/links.tsx';
import { paths } from '#renderer/ui/paths.ts';
import { Section } from '#renderer/ui/section.tsx';
import { UkDate } from '#renderer/ui/uk-date.tsx';
import type { ExpectedMeeting } from '#shared/domain/supervision/expected.ts';
import classes from '../../supervision.module.css';

/** Meetings a programme expects about now, with where that was read. */
export function ExpectedList({ expected }: { readonly expected: readonly ExpectedMeeting[] }) {
  if (expected.length === 0) return null;
  return (
    <Section
      title="Worth planning"
      intro="Meetings that programmes expect about now. The days are counted from the first meeting here or when this portfolio was begun, and from its target date."
    >
      <ul className={classes.list}>
        {expected.map(({ kind, dueOn, late, note, certainty, source }) => (
          <li key={`${kind} ${dueOn}`} className={classes.line}>
            <div className={classes.what}>
              <Text size="sm" fw={600}>
                {meetingKindWords[kind]}, {late ? 'was due about' : 'about'} <UkDate date={dueOn} />
              </Text>
              <Group gap="xs" wrap="nowrap" align="flex-start">
                <CertaintyBadge certainty={certainty} />
                <Text size="sm" c="dimmed">
                  {note} Source: {source}.
                </Text>
              </Group>
            </div>
            <div className={classes.does}>
              <LinkButton
                to={paths.newMeeting}
                search={late ? { kind } : { kind, on: dueOn }}
                variant="default"
                size="xs"
                aria-label={`Plan it: ${meetingKindWords[kind]}`}
              >
                Plan it
              </LinkButton>
            </div>
          </li>
        ))}
      </ul>
    </Section>
  );
}
