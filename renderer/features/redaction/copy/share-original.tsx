import { Button, Group, Modal, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useMutation } from '@tanstack/react-query';
import { api } from '#renderer/api/client.ts';
import { FailedState } from '#renderer/ui/states.tsx';

/** Takes the copy back, after a warning: everybody gets the original again. */
export function ShareOriginal(props: {
  readonly portfolioId: string;
  readonly itemId: string;
  readonly hash: string;
  readonly name: string;
}) {
  const { portfolioId, itemId: id, hash, name } = props;
  const [asking, { open, close }] = useDisclosure(false);
  const share = useMutation(api.documents.shareOriginal.mutationOptions());
  return (
    <>
      <Button variant="default" onClick={open}>
        Share the original again …
      </Button>
      <Modal opened={asking} onClose={close} title="Share the original again?" centered>
        <Text size="sm">
          From then on packages, submissions and reports hold “{name}” as it was before it was redacted, with
          everything that was under the marks. The copy goes from this item; the marks are kept, and you can
          undo this.
        </Text>
        <Text size="sm" mt="xs">
          What was sent before stays as it was sent.
        </Text>
        {share.error === null ? null : <FailedState error={share.error} />}
        <Group mt="md">
          <Button
            color="red"
            loading={share.isPending}
            onClick={() => share.mutate({ portfolioId, id, hash }, { onSuccess: close })}
          >
            Share the original
          </Button>
          <Button variant="default" data-autofocus onClick={close}>
            Keep the copy
          </Button>
        </Group>
      </Modal>
    </>
  );
}
