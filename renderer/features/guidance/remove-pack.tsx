import { Button, Group, Modal, Stack, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useMutation } from '@tanstack/react-query';
import { api } from '#renderer/api/client.ts';
import { FailedState } from '#renderer/ui/states.tsx';
import type { PackSummary } from '#shared/domain/guidance-pack.ts';

export function RemovePack({ pack }: { readonly pack: PackSummary }) {
  const [opened, { open, close }] = useDisclosure(false);
  const remove = useMutation(api.guidance.remove.mutationOptions());
  return (
    <>
      <Button variant="default" size="xs" onClick={open} aria-describedby={`pack-${pack.id}`}>
        Remove
      </Button>
      <Modal opened={opened} onClose={close} title={`Remove ${pack.title}?`} centered>
        <Stack gap="md">
          <Text size="sm">
            It is no longer offered for new portfolios. Portfolios that use it keep their copy and go on as
            they are. Save it as JSON first if you may want it again.
          </Text>
          {remove.error === null ? null : <FailedState error={remove.error} />}
          <Group gap="sm">
            <Button color="red" loading={remove.isPending} onClick={() => remove.mutate({ packId: pack.id })}>
              Remove
            </Button>
            <Button variant="default" onClick={close}>
              Keep
            </Button>
          </Group>
        </Stack>
      </Modal>
    </>
  );
}
