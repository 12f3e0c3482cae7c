import { IconAlertTriangle } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { Note } from './note.tsx';

/** Advice to slow down, not a fault, that may appear by itself. */
export function Caution(props: { readonly title: string; readonly children: ReactNode }) {
  return (
    <Note tone="warn" icon={IconAlertTriangle} title={props.title} role="status">
      <div>{props.children}</div>
    </Note>
  );
}
