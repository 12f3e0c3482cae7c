import { ActionIcon, Button, Checkbox, Group, Popover, Stack, Text } from '@mantine/core';
import { IconArrowDown, IconArrowUp, IconColumns3 } from '@tabler/icons-react';
import { columnWords } from '#renderer/text/query-words.ts';
import { type ListColumn, listColumns } from '#shared/domain/evidence-list/columns.ts';

/** One place earlier or later. */
export function movedColumn(
  columns: readonly ListColumn[],
  column: ListColumn,
  by: -1 | 1,
): readonly ListColumn[] {
  const at = columns.indexOf(column);
  const to = at + by;
  if (at === -1 || to < 0 || to >= columns.length) return columns;
  const rest = columns.filter((one) => one !== column);
  return [...rest.slice(0, to), column, ...rest.slice(to)];
}

/** Which columns the list of this portfolio shows, and in which order. The title is always there. */
export function ColumnMenu(props: {
  readonly columns: readonly ListColumn[];
  readonly onChange: (columns: readonly ListColumn[]) => void;
}) {
  const { columns, onChange } = props;
  const offered = [...columns, ...listColumns.filter((column) => !columns.includes(column))];
  return (
    <Popover position="bottom-end" withArrow trapFocus returnFocus>
      <Popover.Target>
        <Button variant="default" size="xs" leftSection={<IconColumns3 size={16} aria-hidden />}>
          Columns
        </Button>
      </Popover.Target>
      <Popover.Dropdown>
        <Text size="sm" mb="xs">
          Shown beside the title, in this order
        </Text>
        <Stack gap={4}>
          {offered.map((column) => {
            const at = columns.indexOf(column);
            const words = columnWords[column];
            return (
              <Group key={column} justify="space-between" gap="md" wrap="nowrap" mih={28}>
                <Checkbox
                  size="sm"
                  label={words}
                  checked={at !== -1}
                  onChange={() =>
                    onChange(at === -1 ? [...columns, column] : columns.filter((one) => one !== column))
                  }
                />
                {at === -1 ? null : (
                  <Group gap={4} wrap="nowrap">
                    <ActionIcon
                      variant="subtle"
                      aria-label={`${words} earlier`}
                      disabled={at === 0}
                      onClick={() => onChange(movedColumn(columns, column, -1))}
                    >
                      <IconArrowUp size={16} aria-hidden />
                    </ActionIcon>
                    <ActionIcon
                      variant="subtle"
                      aria-label={`${words} later`}
                      disabled={at === columns.length - 1}
                      onClick={() => onChange(movedColumn(columns, column, 1))}
                    >
                      <IconArrowDown size={16} aria-hidden />
                    </ActionIcon>
                  </Group>
                )}
              </Group>
            );
          })}
        </Stack>
      </Popover.Dropdown>
    </Popover>
  );
}
