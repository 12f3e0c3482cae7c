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
  /** Its share of the width. */
  readonly width: string;
};

const widths: Readonly<Record<ListColumn, string>> = {
  type: 'minmax(7rem, 1.1fr)',
  dates: 'minmax(6.5rem, 0.9fr)',
  capabilities: 'minmax(7.5rem, 1.2fr)',
  files: '3.75rem',
  marks: 'minmax(8rem, 1.1fr)',
  status: '5.5rem',
  tags: 'minmax(6rem, 1fr)',
  place: 'minmax(7rem, 1fr)',
  role: 'minmax(7rem, 1fr)',
  hours: '4.5rem',
  updatedAt: '6.5rem',
};

/** Every column of the list: the title, then those that were chosen. */
export const columnsOf = (chosen: readonly ListColumn[], trash: boolean): readonly Column[] => [
  { id: 'select', words: 'Select', width: '1.25rem' },
  { id: 'title', words: 'Title', by: 'title', width: 'minmax(12rem, 2.6fr)' },
  ...chosen.map((id) => ({ id, words: columnWords[id], by: columnSort[id], width: widths[id] })),
  ...(trash ? [{ id: 'restore' as const, words: 'Put back', width: '6rem' }] : []),
];

export const trackSizes = (columns: readonly Column[]): string => columns.map(({ width }) => width).join(' ');

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
