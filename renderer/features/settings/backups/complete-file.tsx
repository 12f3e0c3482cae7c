import { Button, Group, Stack, Text } from '@mantine/core';
import { IconDeviceFloppy } from '@tabler/icons-react';
import { client } from '#renderer/api/client.ts';
import { saveOutgoing } from '#renderer/api/downloads.ts';
import { useStartedJob } from '#renderer/api/use-started-job.ts';
import { sizeWords } from '#renderer/text/format.ts';
import { JobProgress } from '#renderer/ui/job-progress.tsx';
import { Section } from '#renderer/ui/section.tsx';
import { FailedState } from '#renderer/ui/states.tsx';
import { completeFileSchema } from '#shared/contract/backups.ts';

/** One file with everything, for another place than this computer. */
export function CompleteFile() {
  const saving = useStartedJob<null>(
    () => client.backups.saveComplete(),
    (result) => {
      const { id, name } = completeFileSchema.parse(result);
      void saveOutgoing(id, name);
    },
  );
  const file =
    saving.job?.state === 'done' ? completeFileSchema.safeParse(saving.job.result).data : undefined;
  return (
    <Section
      title="A complete backup file"
      intro="Everything in one file: for a memory stick, another disk, or a new computer."
    >
      <Stack gap="md">
        <Text size="sm">
          It is encrypted as the vault is. It opens with your passphrase or your recovery code, as they are
          today.
        </Text>
        {saving.running ? (
          <JobProgress watched={saving.watched} label="Writing the file" />
        ) : (
          <Group>
            <Button
              variant="default"
              leftSection={<IconDeviceFloppy size={18} aria-hidden />}
              onClick={() => saving.start(null)}
            >
              Save a complete backup file
            </Button>
            {file === undefined ? null : (
              <Text size="sm" role="status">
                {file.name}, {sizeWords(file.size)}, is with your downloads. Move it away from this computer.
              </Text>
            )}
          </Group>
        )}
        {saving.error === null ? null : <FailedState error={saving.error} />}
      </Stack>
    </Section>
  );
}
