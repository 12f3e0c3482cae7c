import { Button, Group, Text, UnstyledButton } from '@mantine/core';
import { passageWords, upperFirst } from '#renderer/text/passage-words.ts';
import type { Attachment, Passage } from '#shared/domain/evidence.ts';
import { fileOfPassage } from '#shared/domain/passages/passages.ts';
import { firstToShow } from './file-choice.ts';
import type { Passages } from './use-passages.ts';
import type { View } from './use-view.ts';
import classes from './viewer-panel.module.css';

/** Where in a file a capability points: pressed, the file opens there. What became of it is said when the file is gone. */
export function PassageLine(props: {
  readonly capability: string;
  readonly passage: Passage;
  readonly attachments: readonly Attachment[];
  readonly passages: Passages;
  readonly view: View;
}) {
  const { capability, passage, attachments, passages, view } = props;
  const file = fileOfPassage({ attachments }, passage);
  const open = () =>
    file === undefined ? undefined : view.open(firstToShow(file), { page: passage.from, show: capability });
  return (
    <div className={classes.passage}>
      {file === undefined ? (
        <Text size="sm">
          {upperFirst(passageWords(passage))}: the file was taken off this item. Link the pages again in the
          file that took its place, or take this away.
        </Text>
      ) : (
        <UnstyledButton className={classes.jump ?? ''} onClick={open}>
          {upperFirst(passageWords(passage))}
          <span className={classes.fileOf}> {file.name}</span>
        </UnstyledButton>
      )}
      <Group gap="xs">
        {file === undefined ? null : (
          <Button
            variant="default"
            size="compact-xs"
            aria-label={`Change the pages for ${capability}`}
            onClick={() => {
              passages.edit(capability);
              open();
            }}
          >
            Change
          </Button>
        )}
        <Button
          variant="default"
          size="compact-xs"
          aria-label={`Take away the pages for ${capability}`}
          onClick={() => passages.remove(capability)}
        >
          Take away
        </Button>
      </Group>
    </div>
  );
}
