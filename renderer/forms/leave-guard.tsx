import { Button, Group, Modal, Text } from '@mantine/core';
import { useBlocker } from '@tanstack/react-router';

/**
 * Asks before a screen with unsaved content is left, also when the window is closed. With autosave that is only
 * content that could not be saved.
 * @param flush tries to save first; true when nothing is left unsaved.
 */
export function LeaveGuard(props: {
  readonly unsaved: boolean;
  readonly flush?: () => Promise<boolean>;
  /** True where another search is another form, as in tabs; otherwise only another path leaves the screen. */
  readonly searchLeaves?: boolean;
  /** Before the screen is left without it: forgets what was kept of it. */
  readonly onLose?: () => Promise<void>;
}) {
  const { unsaved, flush, searchLeaves = false, onLose } = props;
  const blocker = useBlocker({
    shouldBlockFn: async ({ current, next }) => {
      if (!unsaved || (!searchLeaves && current.pathname === next.pathname)) return false;
      return flush === undefined ? true : !(await flush());
    },
    enableBeforeUnload: () => unsaved,
    withResolver: true,
  });
  return (
    <Modal
      opened={blocker.status === 'blocked'}
      onClose={() => blocker.reset?.()}
      title="Leave without saving?"
      centered
    >
      <Text size="sm">Some of what you typed could not be saved. If you leave now, it is lost.</Text>
      <Group gap="sm" mt="lg">
        <Button
          color="red"
          onClick={() => {
            void onLose?.();
            blocker.proceed?.();
          }}
        >
          Leave and lose it
        </Button>
        <Button variant="default" onClick={() => blocker.reset?.()} data-autofocus>
          Stay here
        </Button>
      </Group>
    </Modal>
  );
}
