import { Button, Group, List, Stack, Text } from '@mantine/core';
import { IconCircleCheck, IconDownload } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { saveOutgoing } from '#renderer/api/downloads.ts';
import { count, sizeWords } from '#renderer/text/format.ts';
import { Facts } from '#renderer/ui/facts.tsx';
import { Note } from '#renderer/ui/note.tsx';
import { Section } from '#renderer/ui/section.tsx';
import { FailedState } from '#renderer/ui/states.tsx';
import type { PackageWritten } from '#shared/domain/packages/preview.ts';
import type { Lock } from './lock.ts';

/** A package that was written: save it, and what to do next. */
export function Written(props: {
  readonly written: PackageWritten;
  readonly lock: Lock;
  readonly onAgain: () => void;
}) {
  const { written, lock, onAgain } = props;
  const { outboxId, name, size, counts, files } = written;
  const save = useMutation({
    mutationFn: () => saveOutgoing(outboxId, name),
    meta: { refresh: false },
  });
  return (
    <Stack gap="md">
      <Note tone="good" icon={IconCircleCheck} title="The package is ready to be saved" role="status">
        <Text size="sm">Nothing has been sent. Waymark never sends anything by itself.</Text>
      </Note>
      <Section title="The package">
        <Stack gap="md">
          <Facts
            facts={[
              ['File', name],
              ['Size', sizeWords(size)],
              [
                'In it',
                [count(counts.evidence, 'item'), count(counts.reviews, 'review'), count(files, 'file')].join(
                  ', ',
                ),
              ],
            ]}
          />
          <Group gap="sm">
            <Button
              leftSection={<IconDownload size={16} aria-hidden />}
              loading={save.isPending}
              onClick={() => save.mutate()}
            >
              Save the file
            </Button>
            <Button variant="default" onClick={onAgain}>
              Make another
            </Button>
          </Group>
          {save.error === null ? null : <FailedState error={save.error} />}
        </Stack>
      </Section>
      <Section title="What to do next">
        <List type="ordered" size="sm" spacing={6}>
          <List.Item>
            Save the file, then send it as your Trust sends files: NHSmail, a shared drive or a memory stick.
            On its way nobody can read it.
          </List.Item>
          {lock.by === 'passphrase' ? (
            <List.Item>
              Tell them the passphrase on the phone. Waymark has not kept it, and it cannot be found out from
              the file.
            </List.Item>
          ) : (
            <List.Item>
              They need your card to know that it is from you. If they do not have it, give it to them:
              People, My card.
            </List.Item>
          )}
          <List.Item>
            They open it in their Waymark under Receive, look at what is in it, and keep it.
          </List.Item>
          <List.Item>
            Locking Waymark removes the copy that waits here. The file can be made again at any time.
          </List.Item>
        </List>
      </Section>
    </Stack>
  );
}
