import type { Icon } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { clsx } from './clsx.ts';
import classes from './tone-badge.module.css';

export type Tone = 'neutral' | 'info' | 'good' | 'warn' | 'bad';

/** A small label with a shape and words; its colour only repeats them. Its colours pass 4.5:1 in light and dark. */
export function ToneBadge(props: {
  readonly tone: Tone;
  readonly icon?: Icon;
  readonly children: ReactNode;
  readonly title?: string;
}) {
  const BadgeIcon = props.icon;
  return (
    <span className={clsx(classes.badge, classes[props.tone])} title={props.title}>
      {BadgeIcon === undefined ? null : (
        <BadgeIcon size={14} stroke={2} aria-hidden className={classes.icon} />
      )}
      {props.children}
    </span>
  );
}
