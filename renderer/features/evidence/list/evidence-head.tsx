// biome-ignore-all lint/a11y/useSemanticElements: a table can neither hold only some of its rows nor turn into stacks
// biome-ignore-all lint/a11y/useFocusableInteractive: the focus is on the cells and on the buttons in the header
import { UnstyledButton, VisuallyHidden } from '@mantine/core';
import { IconArrowDown, IconArrowsSort, IconArrowUp } from '@tabler/icons-react';
import { columnWords } from '#renderer/text/query-words.ts';
import { clsx } from '#renderer/ui/clsx.ts';
import { columnSort, type ListColumn } from '#shared/domain/evidence-list/columns.ts';
import type { EvidenceSort } from '#shared/domain/evidence-list/query.ts';
import classes from './evidence-list.module.css';
import { nextSort } from './list-search.ts';

type Column = {
  readonly id: 'select' | 'title' | 'restore' | ListColumn;
  readonly words: string;
  readonly by?: EvidenceSort['by'];
  /** The least it needs, in rem, and its share of what is left; no share: no more than that. */
  readonly room: Room;
};
type Room = readonly [least: number, share: number];

const rooms: Readonly<Record<ListColumn, Room>> = {
  type: [7, 1.1],
  dates: [6.5, 0.9],
  capabilities: [7.5, 1.2],
  files: [3.75, 0],
  marks: [10.5, 1.1],
  identifiers: [10.5, 0.6],
  status: [5.5, 0],
  tags: [6, 1],
  place: [7, 1],
  role: [7, 1],
  hours: [4.5, 0],
  updatedAt: [6.5, 0],
};

/** Every column of the list: the title, then those that were chosen. */
export const columnsOf = (chosen: readonly ListColumn[], trash: boolean): readonly Column[] => [
  { id: 'select', words: 'Select', room: [1.25, 0] },
  { id: 'title', words: 'Title', by: 'title', room: [12, 2.6] },
  ...chosen.map((id) => ({ id, words: columnWords[id], by: columnSort[id], room: rooms[id] })),
  ...(trash ? [{ id: 'restore' as const, words: 'Put back', room: [6, 0] as const }] : []),
];

export const trackSizes = (columns: readonly Column[]): string =>
  columns
    .map(({ room: [least, share] }) => (share === 0 ? `${least}rem` : `minmax(${least}rem, ${share}fr)`))
    .join(' ');

/** What all of them need with the gaps between them, in rem. */
export const leastWidth = (columns: readonly Column[]): number =>
  columns.reduce((sum, { room: [least] }) => sum + least + 1, 1);

const arrows = { ascending: IconArrowUp, descending: IconArrowDown };

function SortButton(props: {
  readonly words: string;
  readonly by: EvidenceSort['by'];
  readonly sort: EvidenceSort;
  readonly onSort: (sort: EvidenceSort) => void;
}) {
  const { words, by, sort, onSort } = props;
  const sorted = sort.by === by;
  const Arrow = sorted ? arrows[sort.direction] : IconArrowsSort;
  return (
    <UnstyledButton className={classes.sort} onClick={() => onSort(nextSort(sort, by))}>
      {words}
      <Arrow size={14} aria-hidden className={sorted ? classes.sorted : classes.unsorted} />
    </UnstyledButton>
  );
}

/** The header row: columns that can be sorted by have a button, and the sorted one says how. */
export function EvidenceHead(props: {
  readonly columns: readonly Column[];
  readonly sort: EvidenceSort;
  readonly onSort: (sort: EvidenceSort) => void;
}) {
  return (
    <div role="row" aria-rowindex={1} className={clsx(classes.line, classes.head)}>
      {props.columns.map(({ id, words, by }) => (
        <div
          key={id}
          role="columnheader"
          {...(by === undefined ? {} : { 'aria-sort': props.sort.by === by ? props.sort.direction : 'none' })}
        >
          {by === undefined ? (
            id === 'select' ? (
              <VisuallyHidden>{words}</VisuallyHidden>
            ) : (
              words
            )
          ) : (
            <SortButton words={words} by={by} sort={props.sort} onSort={props.onSort} />
          )}
        </div>
      ))}
    </div>
  );
}
