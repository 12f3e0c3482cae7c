import type { ReactNode } from 'react';
import type { Attachment } from '#shared/domain/evidence.ts';
import type { Passages } from './use-passages.ts';
import type { View } from './use-view.ts';
import classes from './viewer-panel.module.css';
import { ViewerPanel } from './viewer-panel.tsx';

/** The form, and beside it the file that is open. The form stays as it is while files come and go. */
export function WithViewer(props: {
  readonly portfolioId: string;
  readonly attachments: readonly Attachment[];
  readonly view: View;
  readonly passages: Passages;
  readonly children: ReactNode;
}) {
  const { children, ...rest } = props;
  const open = rest.view.file !== undefined;
  return (
    <div className={open ? classes.both : undefined} data-wide={open || undefined}>
      <div className={classes.form}>{children}</div>
      {open ? <ViewerPanel {...rest} /> : null}
    </div>
  );
}
