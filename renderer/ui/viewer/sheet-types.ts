import type { ReactNode } from 'react';
import type { KeptFile } from '#shared/domain/evidence.ts';
import type { Zoom } from './page-maths.ts';

/**
 * A page as it is shown: its size in points (in pixels for a picture), counted from the top left corner of the page as
 * it lies there, as in `documents.text` and in areas; `scale` is CSS pixels for one of those.
 */
export type PagePlace = {
  readonly page: number;
  readonly width: number;
  readonly height: number;
  readonly scale: number;
};
export type Overlay = (place: PagePlace) => ReactNode;

/** What every kind of page is given. */
export type PageProps = {
  readonly portfolioId: string;
  readonly file: KeptFile;
  readonly page: number;
  readonly zoom: Zoom;
  /** CSS pixels there are in width. */
  readonly room: number;
  readonly overlay: Overlay | undefined;
  /** How many pages there are, as soon as it is known. */
  readonly onPages: (pages: number) => void;
  /** The page stands there, its words too. */
  readonly onDrawn: () => void;
  readonly onFault: (fault: unknown) => void;
};
