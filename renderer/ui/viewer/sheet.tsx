import type { ReactNode } from 'react';
import { type Unit, zoomAt } from './page-maths.ts';
import type { Overlay, PagePlace } from './sheet-types.ts';
import classes from './viewer.module.css';

/** The paper a page is shown on, and what is laid over it. */
export function Sheet(props: {
  readonly place: PagePlace;
  readonly unit: Unit;
  readonly overlay: Overlay | undefined;
  readonly children: ReactNode;
}) {
  const { place, unit, overlay, children } = props;
  const [width, height] = [Math.floor(place.width * place.scale), Math.floor(place.height * place.scale)];
  return (
    <div className={classes.sheet} style={{ width, height }} data-zoom={zoomAt(place.scale, unit)}>
      {children}
      {overlay === undefined ? null : <div className={classes.overlay}>{overlay(place)}</div>}
    </div>
  );
}
