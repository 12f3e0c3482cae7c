import { Button, Group } from '@mantine/core';
import type { Saving } from '#renderer/forms/autosave.ts';
import type { EvidenceTypeId } from '#shared/domain/evidence-types.ts';
import classes from './evidence-form.module.css';
import { SaveLine } from './save-line.tsx';

/** The bar at the foot of the page: how saving stands, and the ways out. */
export function FormFoot(props: {
  readonly saving: Saving;
  readonly type: EvidenceTypeId;
  readonly isNew: boolean;
  readonly isDraft: boolean;
  /** Nothing was written yet. */
  readonly untouched: boolean;
  /** Files are on their way. */
  readonly busy: boolean;
  readonly onRetry: () => void;
  readonly onDone: () => void;
  readonly onFinish: () => void;
  readonly onTrash: (() => void) | null;
}) {
  const { saving, type, isNew, isDraft, untouched, busy, onRetry, onDone, onFinish, onTrash } = props;
  return (
    <div className={classes.foot}>
      <Group justify="space-between" gap="sm">
        <div role="status">
          <SaveLine saving={saving} type={type} isNew={isNew} onRetry={onRetry} />
        </div>
        <Group gap="sm">
          {onTrash === null ? null : (
            <Button variant="default" onClick={onTrash}>
              Move to trash
            </Button>
          )}
          <Button variant={untouched || isDraft ? 'default' : 'filled'} onClick={onDone} loading={busy}>
            {untouched ? 'Cancel' : isDraft ? 'Keep as a draft' : 'Done'}
          </Button>
          {isDraft ? (
            <Button onClick={onFinish} loading={busy}>
              Finish
            </Button>
          ) : null}
        </Group>
      </Group>
    </div>
  );
}
