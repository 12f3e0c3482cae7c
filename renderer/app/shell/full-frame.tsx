import type { ReactNode } from 'react';
import classes from './shell.module.css';

/** The window for a screen that needs all of it: nothing stands around it. */
export function FullFrame(props: { readonly children: ReactNode }) {
  return (
    <main id="main" tabIndex={-1} className={classes.full}>
      {props.children}
    </main>
  );
}
