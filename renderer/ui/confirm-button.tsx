import { Button, type ButtonProps, Group, Modal, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import type { ReactNode } from 'react';

/** A button that first says what will happen. For what cannot be undone; whatever can be undone needs no question. */
export function ConfirmButton(
  props: ButtonProps & {
    readonly children: ReactNode;
    /** `Remove this outcome?` */
    readonly question: string;
    /** What will happen, and what stays. */
    readonly consequence: ReactNode;
    /** The verb on the confirming button: `Remove`. */
    readonly verb: string;
    readonly onConfirm: () => void;
  },
) {
  const { question, consequence, verb, onConfirm, ...button } = props;
  const [opened, { open, close }] = useDisclosure(false);
  const confirm = () => {
    close();
    onConfirm();
  };
  return (
    <>
      <Button variant="default" {...button} onClick={open} />
      <Modal opened={opened} onClose={close} title={question} centered>
        <Text component="div" size="sm">
          {consequence}
        </Text>
        <Group justify="flex-end" mt="lg">
          <Button variant="default" onClick={close} data-autofocus>
            Cancel
          </Button>
          <Button color="red" onClick={confirm}>
            {verb}
          </Button>
        </Group>
      </Modal>
    </>
  );
}
