import { ActionIcon, Group, Tooltip } from '@mantine/core';
import { IconTrash } from '@tabler/icons-react';
import type { ReactNode } from 'react';

/** Fields side by side, with a button that takes them all away. */
export function RemovableRow(props: {
  readonly label: string;
  readonly onRemove: () => void;
  readonly children: ReactNode;
}) {
  return (
    <Group align="flex-start" gap="sm">
      {props.children}
      <Tooltip label={props.label}>
        <ActionIcon variant="default" size={36} mt={24} aria-label={props.label} onClick={props.onRemove}>
          <IconTrash size={16} aria-hidden />
        </ActionIcon>
      </Tooltip>
    </Group>
  );
}
