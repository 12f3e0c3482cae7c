import { Button, Checkbox, Group, Modal, Stack, Text } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { api } from '#renderer/api/client.ts';
import { count } from '#renderer/text/format.ts';
import { FailedState } from '#renderer/ui/states.tsx';
import type { PanelRoom } from '#shared/contract/panel.ts';
import { waitedFor } from '#shared/domain/panel/members.ts';

/** The chair has the judgements shown side by side, and says without whom, where somebody has not finished. */
export function CompareDialog(props: {
  readonly at: { readonly portfolioId: string; readonly id: string };
  readonly room: PanelRoom;
  readonly opened: boolean;
  /** Keeps what the chair wrote last. */
  readonly flush: () => Promise<boolean>;
  readonly onClose: () => void;
}) {
  const { at, room, opened, flush, onClose } = props;
  const [without, setWithout] = useState<readonly string[]>([]);
  const waiting = waitedFor(room.standings);
  const compare = useMutation({
    mutationFn: async () => {
      await flush();
      return api.panel.compare.call({ ...at, without: [...without] });
    },
    onSuccess: onClose,
  });
  const left = waiting.filter(({ member }) => !without.includes(member.id)).length;
  return (
    <Modal opened={opened} onClose={onClose} title="Lay the judgements side by side?" centered>
      <Stack gap="sm">
        <Text size="sm">
          From then on nobody changes their own judgement, and the whole panel sees all of them. Notes stay
          private. This cannot be undone.
        </Text>
        <Text size="sm">
          {count(room.quorum.have, 'member has', 'members have')} judged; the quorum is {room.quorum.needed}.
        </Text>
        {waiting.length === 0 ? null : (
          <Checkbox.Group label="Not finished yet. Go on without:" value={[...without]} onChange={setWithout}>
            <Stack gap={4} mt={4}>
              {waiting.map(({ member }) => (
                <Checkbox key={member.id} value={member.id} label={member.name} />
              ))}
            </Stack>
          </Checkbox.Group>
        )}
        {compare.isError ? <FailedState error={compare.error} /> : null}
        <Group gap="sm">
          <Button disabled={left > 0} loading={compare.isPending} onClick={() => compare.mutate()}>
            Compare now
          </Button>
          <Button variant="default" onClick={onClose}>
            Cancel
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}
