import { type KeyboardEvent, type RefObject, useCallback, useLayoutEffect, useRef, useState } from 'react';

export type Cell = { readonly row: number; readonly column: number };

/** Where a key leads from a cell; null for keys that do not move. `page` is how many rows PageUp and PageDown go. */
export function moved(
  from: Cell,
  key: string,
  withControl: boolean,
  size: { readonly rows: number; readonly columns: number; readonly page: number },
): Cell | null {
  const lastRow = size.rows - 1;
  const lastColumn = size.columns - 1;
  const at = (row: number, column: number): Cell => ({
    row: Math.max(0, Math.min(lastRow, row)),
    column: Math.max(0, Math.min(lastColumn, column)),
  });
  switch (key) {
    case 'ArrowDown':
      return at(from.row + 1, from.column);
    case 'ArrowUp':
      return at(from.row - 1, from.column);
    case 'ArrowRight':
      return at(from.row, from.column + 1);
    case 'ArrowLeft':
      return at(from.row, from.column - 1);
    case 'PageDown':
      return at(from.row + size.page, from.column);
    case 'PageUp':
      return at(from.row - size.page, from.column);
    case 'Home':
      return withControl ? at(0, 0) : at(from.row, 0);
    case 'End':
      return withControl ? at(lastRow, lastColumn) : at(from.row, lastColumn);
    default:
      return null;
  }
}

const rowsPerPage = 10;

/**
 * Keyboard for a grid whose rows come and go as it scrolls: one cell is in the tab order, arrows move it, Enter does
 * what the cell offers or opens the row, Space chooses it and Shift with an arrow chooses the next as well. Cells carry `data-row` and `data-column`.
 */
export function useGridKeys(options: {
  readonly grid: RefObject<HTMLElement | null>;
  readonly rows: number;
  readonly columns: number;
  readonly startColumn: number;
  readonly bringIntoView: (row: number) => void;
  readonly open: (row: number) => void;
  /** Chooses a row, or no longer. */
  readonly toggle: (row: number) => void;
  /** Chooses the rows from one to the next. */
  readonly extend: (from: number, to: number) => void;
}) {
  const { grid, rows, columns, startColumn, bringIntoView, open, toggle, extend } = options;
  const [chosen, setChosen] = useState<Cell>({ row: 0, column: startColumn });
  const active: Cell = { row: Math.min(chosen.row, Math.max(0, rows - 1)), column: chosen.column };
  const mustFocus = useRef(false);

  // A row that was far away is rendered some frames after it was asked for; the focus waits for it.
  useLayoutEffect(() => {
    if (!mustFocus.current) return;
    const cell = grid.current?.querySelector<HTMLElement>(
      `[data-row="${active.row}"][data-column="${active.column}"]`,
    );
    if (cell === null || cell === undefined) return;
    mustFocus.current = false;
    cell.focus({ preventScroll: true });
  });

  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    const cell = event.target instanceof HTMLElement ? event.target.closest('[data-row]') : null;
    if (cell === null) return;
    if (event.key === 'Enter' && event.target === cell) {
      event.preventDefault();
      const offered = cell.querySelector<HTMLElement>('a, button');
      if (offered === null) open(active.row);
      else offered.click();
      return;
    }
    if (event.key === ' ' && event.target === cell) {
      event.preventDefault();
      toggle(active.row);
      return;
    }
    const next = moved(active, event.key, event.ctrlKey || event.metaKey, {
      rows,
      columns,
      page: rowsPerPage,
    });
    if (next === null || event.altKey) return;
    if (event.shiftKey && next.row !== active.row) extend(active.row, next.row);
    event.preventDefault();
    mustFocus.current = true;
    setChosen(next);
    bringIntoView(next.row);
  };

  const onFocus = useCallback((cell: Cell) => setChosen(cell), []);
  return { active, onKeyDown, onFocus };
}
