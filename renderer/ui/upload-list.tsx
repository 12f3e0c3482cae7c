import { Button, Group, Paper, Progress, Stack, Text } from '@mantine/core';
import { sizeWords } from '#renderer/text/format.ts';
import { FailedState } from './states.tsx';
import type { UploadDesk } from './use-uploads.ts';

/** Files on their way: how far each is, a way to cancel it, and why it failed where it did. */
export function UploadList(props: { readonly desk: UploadDesk }) {
  const { uploads, cancel, retry } = props.desk;
  if (uploads.length === 0) return null;
  return (
    <Stack component="ul" gap="xs" m={0} p={0} aria-label="Files on their way">
      {uploads.map(({ key, file, share, error }) => (
        <Paper component="li" key={key} withBorder p="sm" radius="md" display="block">
          <Group justify="space-between" wrap="nowrap" mb={6}>
            <Text size="sm" fw={600} truncate>
              {file.name}
            </Text>
            <Group gap="xs" wrap="nowrap">
              <Text size="sm" c="dimmed">
                {sizeWords(file.size)}
              </Text>
              <Button variant="default" size="compact-sm" onClick={() => cancel(key)}>
                {error === null ? 'Cancel' : 'Put away'}
              </Button>
            </Group>
          </Group>
          {error === null ? (
            <Progress value={share * 100} aria-label={`Sending ${file.name}`} />
          ) : (
            <FailedState error={error} onRetry={() => retry(key)} />
          )}
        </Paper>
      ))}
    </Stack>
  );
}
