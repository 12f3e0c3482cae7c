import { Text, Textarea } from '@mantine/core';
import { IconEyeOff } from '@tabler/icons-react';
import type { RefObject } from 'react';
import classes from './room.module.css';
import type { OwnSheet } from './use-own-sheet.ts';

/** Notes for oneself. Marked as what they are, and never part of any report. @param code empty: of the whole review. */
export function Notes(props: {
  readonly own: OwnSheet;
  readonly code: string;
  readonly noteRef: RefObject<HTMLTextAreaElement | null>;
}) {
  const { own, code, noteRef } = props;
  return (
    <div className={classes.notes}>
      <Text size="sm" fw={600} component="p">
        <IconEyeOff size={16} aria-hidden /> Private: your notes
      </Text>
      <Textarea
        ref={noteRef}
        label={code === '' ? 'Notes on this doctor' : `Notes on ${code}`}
        description="In no report, and never sent to the doctor."
        autosize
        minRows={2}
        maxRows={6}
        maxLength={4000}
        disabled={!own.open}
        value={own.draft.notes.get(code) ?? ''}
        onChange={({ currentTarget }) => {
          const { value } = currentTarget;
          own.change((draft) => ({ ...draft, notes: new Map(draft.notes).set(code, value) }));
        }}
      />
    </div>
  );
}
