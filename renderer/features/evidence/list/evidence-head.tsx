// biome-ignore-all lint/a11y/useSemanticElements: a table can neither hold only some of its rows nor turn into stacks
// biome-ignore-all lint/a11y/useFocusableInteractive: the focus is on the cells and on the buttons in the header
import { UnstyledButton, VisuallyHidden } from '@mantine/core';
import { IconArrowDown, IconArrowsSort, IconArrowUp } from '@tabler/icons-react';
import { clsx } from '#renderer/ui/clsx.ts';
import type { EvidenceSort } from '#shared/domain/evidence-list/query.ts';
import classes from './evidence-list.module.css';
import { nextSort } from './list-search.ts';

type Column = { readonly words: string; readonly by?: EvidenceSort['by'] };

export const columnsOf = (trash: boolean): readonly Column[] => [
  { words: 'Select' },
  { words: 'Type', by: 'type' },
  { words: 'Title', by: 'title' },
  { words: 'Dates', by: 'startedOn' },
  { words: 'Capabilities' },
  { words: 'Files' },
  { words: trash ? 'Put back' : 'Verified' },
];

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
  readonly trash: boolean;
  readonly sort: EvidenceSort;
  readonly onSort: (sort: EvidenceSort) => void;
}) {
  return (
    <div role="row" aria-rowindex={1} className={clsx(classes.line, classes.head)}>
      {columnsOf(props.trash).map(({ words, by }) => (
        <div
          key={words}
          role="columnheader"
          {...(by === undefined ? {} : { 'aria-sort': props.sort.by === by ? props.sort.direction : 'none' })}
        >
          {by === undefined ? (
            words === 'Select' ? (
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
