import { ActionIcon, Code, Popover, Table, Text } from '@mantine/core';
import { IconHelp } from '@tabler/icons-react';
import { operatorWords, otherSearchWords } from '#renderer/text/query-words.ts';
import { operators } from '#shared/domain/evidence-list/query/terms.ts';

const rows = [...otherSearchWords, ...operators.map((operator) => operatorWords[operator])];

/** What can be written into the search. */
export function SearchHelp() {
  return (
    <Popover width="min(34rem, 92vw)" position="bottom-end" withArrow trapFocus returnFocus>
      <Popover.Target>
        <ActionIcon variant="default" size="input-sm" aria-label="How to search">
          <IconHelp size={18} aria-hidden />
        </ActionIcon>
      </Popover.Target>
      <Popover.Dropdown
        tabIndex={0}
        data-autofocus
        aria-label="How to search"
        mah="70vh"
        style={{ overflowY: 'auto' }}
      >
        <Text size="sm" mb="xs">
          Everything you write must be so, unless you put commas. Capitals and accents do not matter.
        </Text>
        <Table verticalSpacing={4}>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>Write</Table.Th>
              <Table.Th>Finds</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {rows.map(([example, does]) => (
              <Table.Tr key={example}>
                <Table.Td>
                  <Code>{example}</Code>
                </Table.Td>
                <Table.Td>{does}</Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </Popover.Dropdown>
    </Popover>
  );
}
