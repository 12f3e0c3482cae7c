import type { RefObject } from 'react';
import { nextZoom, type Zoom } from './page-maths.ts';

/** How many times its real size the page is shown now; written on the paper by who draws it. */
export function shownZoom(box: RefObject<HTMLElement | null>, zoom: Zoom): number {
  if (zoom !== 'width') return zoom;
  return Number(box.current?.querySelector<HTMLElement>('[data-zoom]')?.dataset.zoom ?? 1);
}

/** The next step from what is shown now, fitted or not. */
export const zoomStep = (box: RefObject<HTMLElement | null>, zoom: Zoom, direction: 'in' | 'out'): number =>
  nextZoom(shownZoom(box, zoom), direction);
