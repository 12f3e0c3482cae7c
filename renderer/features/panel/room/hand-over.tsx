import { Button, Stack, Text, Title } from '@mantine/core';
import { IconInfoCircle } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { api } from '#renderer/api/client.ts';
import { notJudgingWords } from '#renderer/text/panel-words.ts';
import { panelRoleWords } from '#renderer/text/review-words.ts';
import { Note } from '#renderer/ui/note.tsx';
import { FailedState } from '#renderer/ui/states.tsx';
import type { PanelRoom } from '#shared/contract/panel.ts';
import type { MemberStanding } from '#shared/domain/panel/members.ts';
import classes from './room.module.css';

export function standingWords({ not, interest, finished, begun, supervises }: MemberStanding): string {
  const marked = supervises ? 'Supervises this doctor. ' : '';
  if (not !== null) return `${marked}${notJudgingWords[not]}`;
  const state = finished && interest !== null ? 'Finished' : begun ? 'Has begun' : 'Has not begun';
  return `${marked}${state}`;
}

/** Shown between two members: who sits down now. Nothing anybody wrote is on it. */
export function HandOver(props: {
  readonly at: { readonly portfolioId: string; readonly id: string };
  readonly room: PanelRoom;
}) {
  const { at, room } = props;
  const sit = useMutation(api.panel.sit.mutationOptions());
  return (
    <Stack gap="md" className={classes.handOver ?? ''}>
      <Title order={2} size="h3">
        Who is at this computer?
      </Title>
      <Text>
        Each member writes their own judgements first. Nobody is shown another’s until the chair compares
        them.
      </Text>
      <ul className={classes.members} aria-label="Members of the panel">
        {room.standings.map((standing) => (
          <li key={standing.member.id}>
            <Button
              variant="default"
              disabled={standing.not === 'doctor'}
              loading={sit.isPending && sit.variables.member === standing.member.id}
              onClick={() => sit.mutate({ ...at, member: standing.member.id })}
            >
              I am {standing.member.name}
            </Button>
            <Text size="sm" component="span">
              {panelRoleWords[standing.member.role]}. {standingWords(standing)}.
            </Text>
          </li>
        ))}
      </ul>
      {sit.isError ? <FailedState error={sit.error} /> : null}
      <Note tone="info" icon={IconInfoCircle} title="What this does and does not do">
        <Text size="sm">
          On one computer this keeps you from seeing each other’s sheets by chance. It is not a lock: anybody
          here could say that they are somebody else, and whoever owns this vault can read all of it. Members
          who want their sheet to themselves judge on their own laptop and send it to the chair.
        </Text>
        {room.withDoctor ? (
          <Text size="sm" mt="xs">
            This vault belongs to the doctor under review. What you write stays in it, so no private notes are
            kept here.
          </Text>
        ) : null}
      </Note>
    </Stack>
  );
}
