import { Kbd, Modal, Switch, Table } from '@mantine/core';
import { setSingleKeys, useSingleKeys } from '#renderer/ui/single-keys.ts';
import { modKey } from './keys.ts';

const shortcuts: readonly (readonly [keys: readonly string[], does: string])[] = [
  [[modKey, 'K'], 'Go to any screen, or do anything'],
  [[modKey, 'Shift', 'A'], 'Quick add: keep something now, finish it later'],
  [[modKey, 'Shift', 'E'], 'Add evidence'],
  [[modKey, 'Shift', 'L'], 'Lock Waymark'],
  [[modKey, 'Z'], 'Undo the last change, when you are not typing'],
  [[modKey, 'Shift', 'Z'], 'Redo it, when you are not typing'],
  [[modKey, '/'], 'Show this list'],
  [['?'], 'Show this list, when you are not typing'],
  [['/'], 'Search the evidence, when you are in the list and not typing'],
  [['Up', 'Down'], 'Move through a list'],
  [['Space'], 'Select the item, in the list of evidence'],
  [['Shift', 'Up', 'Down'], 'Select the next items as well'],
  [['Home', 'End'], 'First or last of a list'],
  [['J', 'K'], 'Next or previous capability, while judging'],
  [['1', '2', '3', '4'], 'Choose the level, while judging'],
  [['A', 'S'], 'Accept, or mark as seen, while reviewing evidence'],
  [['R', 'C'], 'Return with a comment, or comment, while reviewing evidence'],
  [[modKey, 'Enter'], 'Send the comment'],
  [['N', 'P'], 'Next or previous item, while reviewing evidence'],
  [['V', 'B', 'L'], 'View the file, open the SBI form, rate a capability, while reviewing evidence'],
  [['Alt', 'Up', 'Down'], 'Previous or next capability, also while typing'],
  [['Esc'], 'Close a window within the window'],
];

/** What the keys do, and a switch for those that need no modifier. */
export function ShortcutsDialog(props: { readonly opened: boolean; readonly onClose: () => void }) {
  const on = useSingleKeys();
  return (
    <Modal opened={props.opened} onClose={props.onClose} title="Keyboard shortcuts" centered>
      <Table mb="md">
        <Table.Thead>
          <Table.Tr>
            <Table.Th>Keys</Table.Th>
            <Table.Th>What they do</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {shortcuts.map(([keys, does]) => (
            <Table.Tr key={does}>
              <Table.Td>
                {keys.map((key) => (
                  <Kbd key={key} mr={4}>
                    {key}
                  </Kbd>
                ))}
              </Table.Td>
              <Table.Td>{does}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
      <Switch
        checked={on}
        onChange={(event) => setSingleKeys(event.currentTarget.checked)}
        label="Keys that work without Ctrl, Alt or Cmd (?, /, J, K, 1 to 4, and those for reviewing)"
      />
    </Modal>
  );
}
