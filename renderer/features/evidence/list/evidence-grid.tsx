// biome-ignore-all lint/a11y/useSemanticElements: a table can neither hold only some of its rows nor turn into stacks
// biome-ignore-all lint/a11y/useFocusableInteractive: the focus is on the cells and on the buttons in the header
import { useWindowVirtualizer } from '@tanstack/react-virtual';
import { type CSSProperties, type MouseEvent, useLayoutEffect, useRef, useState } from 'react';
import { clsx } from '#renderer/ui/clsx.ts';
import type { EvidenceRow } from '#shared/domain/evidence.ts';
import type { ListColumn } from '#shared/domain/evidence-list/columns.ts';
import type { EvidenceSort, ListGroup } from '#shared/domain/evidence-list/query.ts';
import { columnsOf, EvidenceHead, leastWidth, trackSizes } from './evidence-head.tsx';
import classes from './evidence-list.module.css';
import { evidenceCells, waitingCells } from './evidence-row.tsx';
import { GroupLine, groupStarts } from './group-line.tsx';
import { laterPages, useRows } from './use-evidence-window.ts';
import { useGridKeys } from './use-grid-keys.ts';
import type { Selection } from './use-selection.ts';

const rowHeight = 57;
const overscan = 8;
const titleColumn = 1;
/** What a window of 1,280 pixels has for the list, in rem. */
const roomUsually = 64;

/**
 * The list as a grid that holds only the rows near the screen. It scrolls with the page, so that zoom and small
 * windows need no second scroll bar.
 */
export function EvidenceGrid(props: {
  readonly label: string;
  readonly total: number;
  readonly chosen: readonly ListColumn[];
  readonly groups: readonly ListGroup[];
  readonly firstRows: readonly EvidenceRow[];
  readonly asked: Parameters<typeof useRows>[0];
  readonly stale: boolean;
  readonly onSort: (sort: EvidenceSort) => void;
  readonly onOpen: (row: EvidenceRow) => void;
  readonly onRestore: ((row: EvidenceRow) => void) | undefined;
  readonly selection: Selection;
}) {
  const { total, asked, chosen, onOpen, onRestore, selection } = props;
  const grid = useRef<HTMLDivElement>(null);
  const body = useRef<HTMLDivElement>(null);
  const activeRow = useRef(0);
  const [top, setTop] = useState(0);
  useLayoutEffect(() => {
    // What stands above the list changes height with zoom and with notices, so it is measured after every render.
    const next = body.current === null ? 0 : body.current.getBoundingClientRect().top + window.scrollY;
    if (Math.abs(next - top) > 1) setTop(next);
  });

  const rows = useWindowVirtualizer({
    count: total,
    estimateSize: () => rowHeight,
    overscan,
    scrollMargin: top,
    scrollPaddingStart: 140,
    scrollPaddingEnd: 40,
    rangeExtractor: ({ startIndex, endIndex, overscan: beyond, count }) => {
      const from = Math.max(0, startIndex - beyond);
      const to = Math.min(count - 1, endIndex + beyond);
      const near = Array.from({ length: Math.max(0, to - from + 1) }, (_, at) => from + at);
      // The row with the focus stays, however far the page is scrolled.
      const kept = Math.min(activeRow.current, count - 1);
      return kept < from ? [kept, ...near] : kept > to ? [...near, kept] : near;
    },
  });
  const visible = rows.getVirtualItems();
  const shown = visible.filter((item) => item.index !== activeRow.current);
  const offsets = laterPages(shown[0]?.index ?? 0, shown.at(-1)?.index ?? 0, total);
  const rowAt = useRows(asked, props.firstRows, offsets);
  const columns = columnsOf(chosen, onRestore !== undefined);
  const least = leastWidth(columns);
  const starts = groupStarts(props.groups);

  const open = (index: number) => {
    const row = rowAt(index);
    if (row !== undefined) onOpen(row);
  };
  const keys = useGridKeys({
    grid,
    rows: total,
    columns: columns.length,
    startColumn: titleColumn,
    bringIntoView: (row) => rows.scrollToIndex(row, { align: 'auto' }),
    open,
    toggle: (index) => {
      const row = rowAt(index);
      if (row !== undefined) selection.toggle(row.id);
    },
    extend: (from, to) => {
      const ends = [Math.min(from, to), Math.max(from, to)] as const;
      const between = Array.from({ length: ends[1] - ends[0] + 1 }, (_, at) => rowAt(ends[0] + at)?.id);
      selection.add(between.filter((id) => id !== undefined));
    },
  });
  activeRow.current = keys.active.row;

  const openUnlessLink = (index: number) => (event: MouseEvent) => {
    const onControl =
      event.target instanceof Element && event.target.closest('a, button, input, [data-column="0"]') !== null;
    const selecting = (window.getSelection()?.toString() ?? '') !== '';
    if (!onControl && !selecting) open(index);
  };

  return (
    <div
      ref={grid}
      role="grid"
      aria-label={props.label}
      aria-rowcount={total + 1}
      aria-colcount={columns.length}
      aria-busy={props.stale}
      aria-readonly
      aria-multiselectable
      className={clsx(classes.frame, least > roomUsually && classes.wide, props.stale && classes.stale)}
      style={{ '--list-columns': trackSizes(columns), '--list-least': `${least}rem` } as CSSProperties}
      onKeyDown={keys.onKeyDown}
      tabIndex={-1}
    >
      <div role="rowgroup" className={classes.headGroup}>
        <EvidenceHead columns={columns} sort={asked.sort} onSort={props.onSort} />
      </div>
      <div role="rowgroup" ref={body} className={classes.body} style={{ height: rows.getTotalSize() }}>
        {visible.map((item) => {
          const row = rowAt(item.index);
          const restore = row === undefined || onRestore === undefined ? undefined : () => onRestore(row);
          const cells =
            row === undefined
              ? waitingCells(columns.length)
              : evidenceCells(
                  row,
                  chosen,
                  { is: selection.ids.has(row.id), toggle: () => selection.toggle(row.id) },
                  restore,
                );
          const group = starts.get(item.index);
          return (
            <div
              key={item.key}
              ref={rows.measureElement}
              data-index={item.index}
              role="presentation"
              className={classes.place}
              style={{ transform: `translateY(${item.start - rows.options.scrollMargin}px)` }}
            >
              {group === undefined || asked.group === null ? null : (
                <GroupLine by={asked.group} group={group} columns={columns.length} />
              )}
              {/* biome-ignore lint/a11y/useKeyWithClickEvents: the grid handles Enter */}
              <div
                role="row"
                aria-rowindex={item.index + 2}
                aria-selected={row !== undefined && selection.ids.has(row.id)}
                className={clsx(classes.line, classes.row)}
                onClick={openUnlessLink(item.index)}
              >
                {cells.map((content, column) => {
                  const isActive = keys.active.row === item.index && keys.active.column === column;
                  return (
                    <div
                      key={columns[column]?.id}
                      role="gridcell"
                      {...(column === 0 ? { 'aria-label': 'Select' } : {})}
                      data-row={item.index}
                      data-column={column}
                      tabIndex={isActive ? 0 : -1}
                      className={classes.cell}
                      onFocus={() => keys.onFocus({ row: item.index, column })}
                    >
                      {content}
                    </div>
                  );
                })}
              </div>
            </div>
          );
        })}
      </div>
    </div>
  );
}
