import type { ReactNode } from 'react';
import classes from './sharing.module.css';

/** A list that may be long: it scrolls within itself, by keyboard too. */
export function ScrollList(props: { readonly label: string; readonly children: ReactNode }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reachable without a mouse
    <section className={classes.scroll} tabIndex={0} aria-label={props.label}>
      <ul className={classes.list}>{props.children}</ul>
    </section>
  );
}
