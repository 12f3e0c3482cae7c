import { IconAlertTriangle } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import classes from './caution.module.css';

/** Advice to slow down, not a fault: an amber box whose words pass contrast in light and dark. */
export function Caution(props: { readonly title: string; readonly children: ReactNode }) {
  return (
    <div role="status" className={classes.caution}>
      <IconAlertTriangle size={20} aria-hidden className={classes.icon} />
      <div>
        <strong>{props.title}</strong>
        <div>{props.children}</div>
      </div>
    </div>
  );
}
