import { Anchor, List } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { useEffect, useRef } from 'react';
import classes from './error-summary.module.css';
import { Note } from './note.tsx';

export type FieldProblem = { readonly fieldId: string; readonly label: string; readonly words: string };

/** All that stands in the way of a form, each a link to its field. Takes focus when it appears after a submit. */
export function ErrorSummary(props: {
  readonly problems: readonly FieldProblem[];
  readonly attempt: number;
}) {
  const { problems, attempt } = props;
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (attempt > 0) box.current?.focus();
  }, [attempt]);
  if (problems.length === 0) return null;
  return (
    <Note ref={box} tone="bad" icon={IconAlertTriangle} title="There is a problem" role="alert">
      <List size="sm">
        {problems.map(({ fieldId, label, words }) => (
          <List.Item key={fieldId}>
            <Anchor
              href={`#${fieldId}`}
              size="sm"
              underline="always"
              className={classes.link ?? ''}
              onClick={(event) => {
                event.preventDefault();
                document.getElementById(fieldId)?.focus();
              }}
            >
              {label}: {words}
            </Anchor>
          </List.Item>
        ))}
      </List>
    </Note>
  );
}
