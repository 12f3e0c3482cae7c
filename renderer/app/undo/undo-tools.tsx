import { ActionIcon, Group, Tooltip } from '@mantine/core';
import { IconArrowBackUp, IconArrowForwardUp } from '@tabler/icons-react';
import { undoLabel } from '#renderer/text/history-words.ts';
import type { UndoStep } from '#shared/domain/history.ts';
import type { Undo } from './use-undo.ts';

const doneOf = (step: UndoStep | null) =>
  step === null ? null : { ...step, title: step.subject?.title ?? null };

/** Undo and redo, each saying what it would do. */
export function UndoTools({ undo }: { readonly undo: Undo }) {
  const { state, isPending } = undo;
  const buttons = [
    {
      label: undoLabel('Undo', doneOf(state.undo)),
      can: state.undo !== null,
      go: undo.undo,
      icon: IconArrowBackUp,
    },
    {
      label: undoLabel('Redo', doneOf(state.redo)),
      can: state.redo !== null,
      go: undo.redo,
      icon: IconArrowForwardUp,
    },
  ] as const;
  return (
    <Group gap={4} wrap="nowrap" visibleFrom="xs">
      {buttons.map(({ label, can, go, icon: ButtonIcon }) => (
        <Tooltip key={label} label={label} multiline maw="22rem">
          <ActionIcon
            variant="default"
            size={34}
            aria-label={label}
            // Not `disabled`: it keeps its place for the keyboard, and its words.
            aria-disabled={!can || isPending || undefined}
            {...(can ? {} : { 'data-disabled': true })}
            onClick={() => (can ? go() : undefined)}
          >
            <ButtonIcon size={18} aria-hidden />
          </ActionIcon>
        </Tooltip>
      ))}
    </Group>
  );
}
