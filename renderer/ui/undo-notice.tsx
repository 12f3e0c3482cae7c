import { Button, Group, Text } from '@mantine/core';
import { notifications } from '@mantine/notifications';

/**
 * Says what was just done and offers to take it back. There is always another way back too: this one goes away.
 * @returns puts the notice away, for when undoing is no longer possible from here.
 */
export function showUndo(options: {
  readonly message: string;
  readonly onUndo: () => void;
  /** What undoing is called here. */
  readonly verb?: string;
}): () => void {
  const id = crypto.randomUUID();
  notifications.show({
    id,
    // Away from the buttons at the foot of a form.
    position: 'top-center',
    autoClose: 12_000,
    closeButtonProps: { 'aria-label': 'Dismiss' },
    message: (
      <Group justify="space-between" gap="sm" wrap="nowrap">
        <Text size="sm">{options.message}</Text>
        <Button
          size="compact-sm"
          variant="default"
          flex="none"
          onClick={() => {
            notifications.hide(id);
            options.onUndo();
          }}
        >
          {options.verb ?? 'Undo'}
        </Button>
      </Group>
    ),
  });
  return () => notifications.hide(id);
}
