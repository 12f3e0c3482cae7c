import type { Icon } from '@tabler/icons-react';
import { type ReactNode, type Ref, useId } from 'react';
import { clsx } from './clsx.ts';
import classes from './note.module.css';

/**
 * Something to heed: advice (`info`), a caution (`warn`), done (`good`), wrong (`bad`). Its colours pass 4.5:1 in light
 * and dark; the words and the shape carry it. What appears by itself says so with its `role`.
 */
export function Note(props: {
  readonly tone: 'info' | 'warn' | 'good' | 'bad';
  readonly icon: Icon;
  readonly title?: string;
  readonly role?: 'status' | 'alert';
  /** Where the focus is put here by the program. */
  readonly ref?: Ref<HTMLDivElement>;
  readonly children?: ReactNode;
}) {
  const NoteIcon = props.icon;
  const titleId = useId();
  // A plain box has no name; one with a role is called by its title.
  const named = props.role === undefined || props.title === undefined ? {} : { 'aria-labelledby': titleId };
  return (
    <div
      ref={props.ref}
      role={props.role}
      {...named}
      tabIndex={props.ref === undefined ? undefined : -1}
      className={clsx(classes.note, classes[props.tone])}
    >
      <NoteIcon size={20} aria-hidden className={classes.icon} />
      <div className={classes.words}>
        {props.title === undefined ? null : (
          <p className={classes.title} id={titleId}>
            {props.title}
          </p>
        )}
        {props.children}
      </div>
    </div>
  );
}
