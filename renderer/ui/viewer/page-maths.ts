/** How large a page is shown: as wide as there is room, or so many times its real size. */
export type Zoom = 'width' | number;

/** Points and CSS pixels to the inch. */
const pixelsPerPoint = 96 / 72;

export const zoomSteps = [0.5, 0.75, 1, 1.25, 1.5, 2, 3, 4] as const;
const smallest = zoomSteps[0];
const largest = 4;

/** The next step up or down from what is shown now. @param shown times its real size */
export function nextZoom(shown: number, direction: 'in' | 'out'): number {
  const rounded = Math.round(shown * 100) / 100;
  if (direction === 'in') return zoomSteps.find((step) => step > rounded) ?? largest;
  return zoomSteps.toReversed().find((step) => step < rounded) ?? smallest;
}

/** What a page's lengths are counted in: points, or the pixels of a picture. */
export type Unit = 'point' | 'pixel';

const realScale = (unit: Unit) => (unit === 'point' ? pixelsPerPoint : 1);

/**
 * CSS pixels per point (or per pixel of a picture) of a page that wide, in a room that wide.
 * A picture is never blown up to fill the room: it would only be coarser.
 */
export function scaleOf(zoom: Zoom, width: number, room: number, unit: Unit): number {
  const real = realScale(unit);
  if (zoom !== 'width') return Math.min(largest, Math.max(0.1, zoom)) * real;
  const fitting = Math.max(0.05, room / Math.max(1, width));
  return unit === 'pixel' ? Math.min(1, fitting) : Math.min(largest * real, fitting);
}

/** How many times its real size a page is shown at that scale. */
export const zoomAt = (scale: number, unit: Unit): number => scale / realScale(unit);

/** Pixels of one canvas: more would take memory without being seen. */
const mostPixels = 16_000_000;

/** Canvas pixels per CSS pixel: the screen's own, and fewer where a page is vast. */
export function densityOf(width: number, height: number, scale: number, screen: number): number {
  const shown = Math.max(1, width * height * scale * scale);
  return Math.min(screen, Math.sqrt(mostPixels / shown));
}

/** A page number that is there. */
export const withinPages = (page: number, pages: number): number =>
  Math.min(Math.max(1, Math.trunc(page) || 1), Math.max(1, pages));
