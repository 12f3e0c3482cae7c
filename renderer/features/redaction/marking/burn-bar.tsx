import { ActionIcon, Button, Group, List, Modal, Switch, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconArrowBackUp, IconArrowForwardUp, IconEraser } from '@tabler/icons-react';
import { count } from '#renderer/text/format.ts';
import { copyPromises } from '#renderer/text/redaction-words.ts';
import { Caution } from '#renderer/ui/caution.tsx';
import type { Mark } from '#shared/domain/redaction/marks.ts';
import classes from '../redaction.module.css';
import type { MarkingState } from './use-marking.ts';

const pagesOf = (marks: readonly Mark[]) => new Set(marks.map(({ page }) => page)).size;

/** How far it is, the way back, a look at the result, and making it. */
export function BurnBar(props: {
  readonly kind: 'pdf' | 'picture';
  readonly marking: MarkingState;
  /** Suggestions nobody has decided on. */
  readonly undecided: number;
  /** The file is still being looked through. */
  readonly checking: boolean;
  readonly preview: boolean;
  readonly onPreview: (preview: boolean) => void;
  readonly onBurn: () => void;
}) {
  const { kind, marking, undecided, checking, preview, onPreview, onBurn } = props;
  const [asking, { open, close }] = useDisclosure(false);
  const { marks } = marking.now;
  const said =
    marks.length === 0 ? 'No marks' : `${count(marks.length, 'mark')} on ${count(pagesOf(marks), 'page')}`;
  return (
    <Group className={classes.foot ?? ''} justify="space-between" gap="sm">
      <Group gap="sm">
        <Button leftSection={<IconEraser size={18} aria-hidden />} onClick={open}>
          Make the redacted copy …
        </Button>
        <ActionIcon
          variant="default"
          size={36}
          aria-label="Undo the last change of the marks"
          aria-disabled={!marking.canUndo || undefined}
          {...(marking.canUndo ? {} : { 'data-disabled': true })}
          onClick={marking.undo}
        >
          <IconArrowBackUp size={18} aria-hidden />
        </ActionIcon>
        <ActionIcon
          variant="default"
          size={36}
          aria-label="Redo the change of the marks"
          aria-disabled={!marking.canRedo || undefined}
          {...(marking.canRedo ? {} : { 'data-disabled': true })}
          onClick={marking.redo}
        >
          <IconArrowForwardUp size={18} aria-hidden />
        </ActionIcon>
        <Switch
          label="Show as it will look"
          checked={preview}
          onChange={(event) => onPreview(event.currentTarget.checked)}
        />
      </Group>
      <Text size="sm" c="dimmed" role="status">
        {said}
        {undecided === 0 ? '' : ` · ${count(undecided, 'suggestion')} not decided`}
      </Text>
      {marking.unkept ? (
        <Text size="sm" fw={600} role="alert">
          These marks could not be kept yet. Stay on this page, or make the copy now.
        </Text>
      ) : null}
      <Modal opened={asking} onClose={close} title="Make the redacted copy?" centered>
        <Text size="sm" mb="xs">
          {said}. A new file is made; the original stays in your vault, and from then on everybody else gets
          the copy.
        </Text>
        <List size="sm" spacing={6} mb="md">
          {copyPromises[kind].map((words) => (
            <List.Item key={words}>{words}</List.Item>
          ))}
        </List>
        {undecided === 0 && !checking ? null : (
          <Caution title={checking ? 'The file is still being looked through' : 'Not everything is decided'}>
            <Text size="sm">
              {checking
                ? 'There may be more suggestions in a moment.'
                : `${count(undecided, 'suggestion')} will stay readable as they are.`}
            </Text>
          </Caution>
        )}
        <Group mt="md">
          <Button
            data-autofocus
            onClick={() => {
              close();
              onBurn();
            }}
          >
            Make the copy
          </Button>
          <Button variant="default" onClick={close}>
            Cancel
          </Button>
        </Group>
      </Modal>
    </Group>
  );
}
