import { Button, Checkbox, Group, Skeleton, Text, VisuallyHidden } from '@mantine/core';
import type { ReactNode } from 'react';
import { foundWords } from '#renderer/text/query-words.ts';
import { TextLink } from '#renderer/ui/links.tsx';
import { paths } from '#renderer/ui/paths.ts';
import type { EvidenceRow } from '#shared/domain/evidence.ts';
import type { ListColumn } from '#shared/domain/evidence-list/columns.ts';
import classes from './evidence-list.module.css';
import { columnCell, DraftBadge, Tags } from './row-cells.tsx';

const TitleCell = ({
  row,
  columns,
}: {
  readonly row: EvidenceRow;
  readonly columns: readonly ListColumn[];
}) => {
  const showsTags = row.tags.length > 0 && !columns.includes('tags');
  const showsDraft = row.draft && !columns.includes('status');
  return (
    <>
      {/* One tab stop per grid: the cell has it, and Enter on the cell follows the link. */}
      <TextLink
        size="sm"
        to={paths.evidenceItem}
        params={{ id: row.id }}
        tabIndex={-1}
        className={classes.title}
      >
        {row.title}
      </TextLink>
      {row.place === '' || columns.includes('place') ? null : (
        <Text size="xs" c="dimmed" truncate>
          {row.place}
        </Text>
      )}
      {showsTags || showsDraft ? (
        <Group gap={4} mt={2}>
          {showsDraft ? <DraftBadge /> : null}
          {showsTags ? <Tags tags={row.tags} /> : null}
        </Group>
      ) : null}
      {row.found === undefined ? null : (
        <Text size="xs" mt={2}>
          <Text span inherit fw={600}>
            {foundWords(row.found)}:
          </Text>{' '}
          {row.found.around}
        </Text>
      )}
    </>
  );
};

/** The cells of one item, in the order of the columns. */
export function evidenceCells(
  row: EvidenceRow,
  columns: readonly ListColumn[],
  selected: { readonly is: boolean; readonly toggle: () => void },
  restore: (() => void) | undefined,
): readonly ReactNode[] {
  return [
    <Checkbox
      key="select"
      size="xs"
      tabIndex={-1}
      aria-label={`Select “${row.title}”`}
      checked={selected.is}
      onChange={selected.toggle}
    />,
    <TitleCell key="title" row={row} columns={columns} />,
    ...columns.map((column) => columnCell(column, row, columns)),
    ...(restore === undefined
      ? []
      : [
          <Button key="restore" size="compact-sm" variant="default" tabIndex={-1} onClick={restore}>
            Restore
            <VisuallyHidden> {row.title}</VisuallyHidden>
          </Button>,
        ]),
  ];
}

/** What stands where a row is still being fetched. */
export const waitingCells = (columns: number): readonly ReactNode[] =>
  Array.from({ length: columns }, (_, column) =>
    // biome-ignore lint/suspicious/noArrayIndexKey: grey bars have no identity
    column > 0 && column < 4 ? <Skeleton key={column} height={14} width="70%" aria-hidden /> : null,
  );
