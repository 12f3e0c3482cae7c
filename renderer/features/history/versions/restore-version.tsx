import { Button, Group, Modal, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { notifications } from '@mantine/notifications';
import { IconRestore } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { client } from '#renderer/api/client.ts';
import { usePortfolio } from '#renderer/api/portfolio-context.tsx';
import { useRewinding } from '#renderer/api/use-rewinding.ts';
import { momentWords } from '#renderer/text/format.ts';
import { paths } from '#renderer/ui/paths.ts';
import { FailedState } from '#renderer/ui/states.tsx';
import type { VersionLine } from '#shared/contract/history.ts';
import type { ReadableCollection } from '../record-address.ts';

/** Brings an earlier version back as the newest one, after asking. */
export function RestoreVersion(props: {
  readonly collection: ReadableCollection;
  readonly id: string;
  readonly version: VersionLine;
  /** The newest version the person has seen. */
  readonly seen: string;
}) {
  const { collection, id, version, seen } = props;
  const { portfolioId } = usePortfolio();
  const [opened, { open, close }] = useDisclosure(false);
  const rewinding = useRewinding();
  const navigate = useNavigate();
  const restore = useMutation({
    meta: { refresh: false },
    mutationFn: () =>
      rewinding(() =>
        client.history.restore({ portfolioId, collection, id, revision: version.revision, seen }),
      ),
    onSuccess: () => {
      close();
      notifications.show({
        position: 'top-center',
        message: `The version of ${momentWords(version.by.at)} is the present one again. Undo takes this back.`,
        closeButtonProps: { 'aria-label': 'Dismiss' },
      });
      void navigate({ to: paths.history, params: { collection, id }, search: {}, replace: true });
    },
  });
  return (
    <>
      <Button variant="default" leftSection={<IconRestore size={18} aria-hidden />} onClick={open}>
        Bring this version back
      </Button>
      <Modal opened={opened} onClose={close} title="Bring this version back?" centered>
        <Text size="sm">
          What was saved on {momentWords(version.by.at)} becomes the present version, with the files and links
          it had. The version that is present now stays in the history, and you can undo this.
        </Text>
        {restore.error === null ? null : <FailedState error={restore.error} />}
        <Group gap="sm" mt="lg">
          <Button onClick={() => restore.mutate()} loading={restore.isPending}>
            Bring it back
          </Button>
          <Button variant="default" onClick={close} data-autofocus>
            Cancel
          </Button>
        </Group>
      </Modal>
    </>
  );
}
