import { Button, Group, Modal, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { notifications } from '@mantine/notifications';
import { useMutation } from '@tanstack/react-query';
import { client } from '#renderer/api/client.ts';
import { usePortfolio } from '#renderer/api/portfolio-context.tsx';
import { useRewinding } from '#renderer/api/use-rewinding.ts';
import { momentWords } from '#renderer/text/format.ts';
import { undoneWords } from '#renderer/text/history-words.ts';
import { FailedState } from '#renderer/ui/states.tsx';
import type { Activity } from '#shared/contract/history.ts';

/** Takes one earlier change back, whatever was done to other records since. */
export function UndoActivity(props: { readonly entry: Activity; readonly what: string }) {
  const { entry, what } = props;
  const { portfolioId } = usePortfolio();
  const [opened, { open, close }] = useDisclosure(false);
  const rewinding = useRewinding();
  const undo = useMutation({
    meta: { refresh: false },
    mutationFn: () => rewinding(() => client.history.undo({ portfolioId, seq: entry.seq, to: entry.to })),
    onSuccess: (result) => {
      close();
      if (result === null) return;
      const done = { ...result.done, title: result.done.subject?.title ?? null };
      notifications.show({
        position: 'top-center',
        message: undoneWords('Undone', done, result.kept),
        closeButtonProps: { 'aria-label': 'Dismiss' },
      });
    },
  });
  return (
    <>
      <Button size="compact-sm" variant="default" onClick={open} aria-label={`Undo this: ${what}`}>
        Undo this
      </Button>
      <Modal opened={opened} onClose={close} title="Undo this change?" centered>
        <Text size="sm">
          {what}, on {momentWords(entry.at)}. What it changed goes back to what it was before; everything else
          stays. Nothing is lost: this is a new line here, and can be undone itself.
        </Text>
        {undo.error === null ? null : <FailedState error={undo.error} />}
        <Group gap="sm" mt="lg">
          <Button onClick={() => undo.mutate()} loading={undo.isPending}>
            Undo it
          </Button>
          <Button variant="default" onClick={close} data-autofocus>
            Cancel
          </Button>
        </Group>
      </Modal>
    </>
  );
}
