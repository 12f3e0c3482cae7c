import { Button, Group, Paper, Skeleton, Stack, Text, ThemeIcon, Title } from '@mantine/core';
import { type Icon, IconAlertTriangle, IconRefresh } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { isFailureCode } from '#renderer/api/failures.ts';
import type { FailureWords } from '#renderer/text/failure-words.ts';
import { LinkButton } from './links.tsx';
import { Note } from './note.tsx';
import { paths } from './paths.ts';
import { wordsFor } from './words-for.ts';

/** Nothing here yet: says what to do first. */
export function EmptyState(props: {
  readonly icon: Icon;
  readonly title: string;
  readonly children: ReactNode;
  readonly action?: ReactNode;
}) {
  const EmptyIcon = props.icon;
  return (
    <Paper withBorder p="xl" radius="md">
      <Stack align="center" gap="sm" maw="34rem" mx="auto" ta="center">
        <ThemeIcon variant="light" size={52} radius="xl" aria-hidden>
          <EmptyIcon size={28} stroke={1.5} />
        </ThemeIcon>
        <Title order={2} size="h3">
          {props.title}
        </Title>
        <Text component="div" c="dimmed">
          {props.children}
        </Text>
        {props.action}
      </Stack>
    </Paper>
  );
}

/** A screen that is still asking. @param what what is loading, for screen readers. */
export function LoadingState(props: { readonly what: string; readonly rows?: number }) {
  const widths = ['92%', '100%', '84%', '96%', '88%', '100%'];
  return (
    <Stack gap="sm" aria-busy="true">
      <Text role="status" size="sm" c="dimmed">
        Loading {props.what}
      </Text>
      {Array.from({ length: props.rows ?? 6 }, (_, row) => (
        <Skeleton
          // biome-ignore lint/suspicious/noArrayIndexKey: grey bars have no identity
          key={row}
          height={row === 0 ? 44 : 28}
          width={widths[row % widths.length] ?? '100%'}
          radius="sm"
          aria-hidden
        />
      ))}
    </Stack>
  );
}

/** What happened, what is safe, what to do, and a way to try again. */
export function FailedState(props: {
  readonly error: unknown;
  readonly onRetry?: () => void;
  /** Where the failure is not thrown but known. */
  readonly words?: FailureWords;
}) {
  const { what, safe, next } = props.words ?? wordsFor(props.error);
  const damaged = isFailureCode(props.error, 'VAULT_DAMAGED');
  return (
    <Note tone="bad" icon={IconAlertTriangle} title={what} role="alert">
      <Text size="sm">{safe}</Text>
      <Text size="sm">{next}</Text>
      {props.onRetry === undefined && !damaged ? null : (
        <Group mt="xs" gap="xs">
          {damaged ? (
            <LinkButton to={paths.damaged} variant="default" size="xs">
              See what can be done
            </LinkButton>
          ) : null}
          {props.onRetry === undefined ? null : (
            <Button
              variant="default"
              size="xs"
              leftSection={<IconRefresh size={16} aria-hidden />}
              onClick={props.onRetry}
            >
              Try again
            </Button>
          )}
        </Group>
      )}
    </Note>
  );
}
