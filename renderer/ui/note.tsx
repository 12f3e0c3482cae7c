import type { Icon } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { clsx } from './clsx.ts';
import classes from './note.module.css';

/** Something to heed before going on. Its colours pass 4.5:1 in light and dark; the words and shape carry it. */
export function Note(props: {
  readonly tone: 'info' | 'warn';
  readonly icon: Icon;
  readonly title: string;
  readonly children: ReactNode;
}) {
  const NoteIcon = props.icon;
  return (
    <div className={clsx(classes.note, classes[props.tone])}>
      <NoteIcon size={20} aria-hidden className={classes.icon} />
      <div className={classes.words}>
        <p className={classes.title}>{props.title}</p>
        {props.children}
      </div>
    </div>
  );
}
