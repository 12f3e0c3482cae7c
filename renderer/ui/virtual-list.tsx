import { useVirtualizer } from '@tanstack/react-virtual';
import { type KeyboardEvent, type ReactNode, useEffect, useRef } from 'react';
import classes from './virtual-list.module.css';

/**
 * A list of any length that only draws what is seen. Arrow keys, Page Up and Down, Home and End move between rows:
 * each row holds one element with the attribute `data-row-focus` (usually its link).
 */
export function VirtualList(props: {
  /** Names the list for screen readers. */
  readonly label: string;
  readonly count: number;
  /** A row's usual height in pixels; real heights are measured. */
  readonly rowHeight: number;
  readonly renderRow: (index: number) => ReactNode;
  /** Called when other rows come into view, first and last index: to ask for their data. */
  readonly onRange?: (first: number, last: number) => void;
  /** Any CSS height. */
  readonly height?: string;
}) {
  const { label, count, rowHeight, renderRow, onRange, height = 'max(20rem, calc(100dvh - 22rem))' } = props;
  const scroller = useRef<HTMLDivElement>(null);
  const virtual = useVirtualizer({
    count,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    overscan: 8,
  });
  const rows = virtual.getVirtualItems();
  const first = rows[0]?.index ?? 0;
  const last = rows.at(-1)?.index ?? 0;
  useEffect(() => onRange?.(first, last), [onRange, first, last]);

  const focusRow = (index: number) => {
    const wanted = Math.max(0, Math.min(count - 1, index));
    virtual.scrollToIndex(wanted);
    focusWhenDrawn(scroller.current, wanted);
  };
  const onKeyDown = (event: KeyboardEvent<HTMLUListElement>) => {
    if (!(event.target instanceof HTMLElement) || !event.target.matches('[data-row-focus]')) return;
    const row = event.target.closest<HTMLElement>('[data-index]');
    const target = row === null ? undefined : moved(event.key, Number(row.dataset.index), count);
    if (target === undefined) return;
    event.preventDefault();
    focusRow(target);
  };

  return (
    <div ref={scroller} className={classes.scroller} style={{ maxHeight: height }}>
      <ul
        aria-label={label}
        className={classes.list}
        style={{ height: virtual.getTotalSize() }}
        onKeyDown={onKeyDown}
      >
        {rows.map((row) => (
          <li
            key={row.key}
            aria-setsize={count}
            aria-posinset={row.index + 1}
            data-index={row.index}
            ref={virtual.measureElement}
            className={classes.row}
            style={{ transform: `translateY(${row.start}px)` }}
          >
            {renderRow(row.index)}
          </li>
        ))}
      </ul>
    </div>
  );
}

const page = 10;

function moved(key: string, from: number, count: number): number | undefined {
  if (key === 'ArrowDown') return from + 1;
  if (key === 'ArrowUp') return from - 1;
  if (key === 'PageDown') return from + page;
  if (key === 'PageUp') return from - page;
  if (key === 'Home') return 0;
  if (key === 'End') return count - 1;
  return undefined;
}

/** The row may only be drawn after the list has scrolled to it. */
function focusWhenDrawn(scroller: HTMLElement | null, index: number, frames = 20): void {
  const target = scroller?.querySelector<HTMLElement>(`[data-index="${index}"] [data-row-focus]`);
  if (target !== null && target !== undefined) target.focus();
  else if (frames > 0) requestAnimationFrame(() => focusWhenDrawn(scroller, index, frames - 1));
}
