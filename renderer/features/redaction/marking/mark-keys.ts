import type { KeyboardEvent } from 'react';
import type { PagePlace } from '#renderer/ui/viewer/sheet-types.ts';
import { type Mark, onPage } from '#shared/domain/redaction/marks.ts';

const arrows: Readonly<Record<string, readonly [number, number]>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
};

/**
 * Where a key moves a mark, or how it sizes it (with Shift); undefined for other keys. A key held down goes faster.
 */
export function movedByKey(event: KeyboardEvent, mark: Mark, place: PagePlace): Mark | undefined {
  const arrow = arrows[event.key];
  if (arrow === undefined || event.ctrlKey || event.metaKey || event.altKey) return undefined;
  // The same way on the screen for a page of any size.
  const step = (place.width / 300) * (event.repeat ? 4 : 1);
  const [x, y] = [arrow[0] * step, arrow[1] * step];
  const moved = event.shiftKey
    ? { ...mark, width: mark.width + x, height: mark.height + y }
    : { ...mark, x: mark.x + x, y: mark.y + y };
  return onPage(moved, place);
}
