import { Kbd, Modal, Table, Text } from '@mantine/core';
import { useSingleKeys } from '#renderer/ui/single-keys.ts';

const keys: readonly (readonly [readonly string[], string])[] = [
  [['J', '↓'], 'Next capability'],
  [['K', '↑'], 'Previous capability'],
  [['Alt ↓', 'Alt ↑'], 'The same while typing'],
  [[']', '['], 'Next doctor, previous doctor'],
  [['1', '2', '3', '4'], 'Level of the judgement'],
  [['O'], 'Open the next item of evidence'],
  [['E', 'Q'], 'Next page, previous page'],
  [['N'], 'Write a private note'],
  [['T'], 'Start or pause the timer'],
  [['C'], 'Compare (the chair)'],
  [['?'], 'This list'],
];

export function KeysDialog(props: { readonly opened: boolean; readonly onClose: () => void }) {
  const on = useSingleKeys();
  return (
    <Modal opened={props.opened} onClose={props.onClose} title="Keys of the panel room" centered>
      {on ? null : (
        <Text size="sm" mb="sm">
          Keys without Alt are switched off in Settings.
        </Text>
      )}
      <Table verticalSpacing={4}>
        <Table.Tbody>
          {keys.map(([pressed, does]) => (
            <Table.Tr key={does}>
              <Table.Th scope="row">
                {pressed.map((key) => (
                  <Kbd key={key} size="xs" me={4}>
                    {key}
                  </Kbd>
                ))}
              </Table.Th>
              <Table.Td>{does}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Modal>
  );
}
