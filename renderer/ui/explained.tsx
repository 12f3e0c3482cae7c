import { Tooltip, VisuallyHidden } from '@mantine/core';
import type { ReactNode } from 'react';
import classes from './explained.module.css';

/** A few words with their meaning: in a tip on hover and focus, and always there for screen readers. */
export function Explained(props: { readonly meaning: string; readonly children: ReactNode }) {
  return (
    <Tooltip
      label={props.meaning}
      multiline
      w={280}
      withArrow
      events={{ hover: true, focus: true, touch: true }}
    >
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: the tip must open from the keyboard too */}
      <span tabIndex={0} role="note" className={classes.explained}>
        {props.children}
        <VisuallyHidden>: {props.meaning}</VisuallyHidden>
      </span>
    </Tooltip>
  );
}
