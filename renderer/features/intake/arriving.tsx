import { Button, Group, Paper, Progress, Text } from '@mantine/core';
import { count } from '#renderer/text/format.ts';
import { UploadList } from '#renderer/ui/upload-list.tsx';
import type { UploadDesk } from '#renderer/ui/use-uploads.ts';

/** How many files are still on their way, with a way to stop, and those that did not make it. */
export function Arriving(props: { readonly desk: UploadDesk; readonly arrived: number }) {
  const { desk, arrived } = props;
  const moving = desk.uploads.filter(({ error }) => error === null);
  const failed = desk.uploads.filter(({ error }) => error !== null);
  const all = moving.length + arrived;
  const share = (arrived + moving.reduce((sum, upload) => sum + upload.share, 0)) / Math.max(1, all);
  return (
    <>
      {moving.length === 0 ? null : (
        <Paper withBorder p="sm" radius="md">
          <Group justify="space-between" mb={6}>
            <Text size="sm" fw={600}>
              {arrived} of {count(all, 'file')} read
            </Text>
            <Button
              variant="default"
              size="compact-sm"
              onClick={() => {
                for (const { key } of moving) desk.cancel(key);
              }}
            >
              Cancel the rest
            </Button>
          </Group>
          <Progress value={share * 100} aria-label="Files read" />
        </Paper>
      )}
      <UploadList desk={{ ...desk, uploads: failed }} />
    </>
  );
}
