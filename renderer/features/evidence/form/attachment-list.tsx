import { ActionIcon, Button, Group, Text, UnstyledButton } from '@mantine/core';
import { IconDownload, IconEye, IconFile, IconX } from '@tabler/icons-react';
import { sizeWords } from '#renderer/text/format.ts';
import { type Attachment, bothFiles } from '#shared/domain/evidence.ts';
import { RedactionLine } from '../safety/redaction-line.tsx';
import { firstToShow } from '../viewer/file-choice.ts';
import { openerId } from '../viewer/use-view.ts';
import classes from './attachment-list.module.css';

/** The files kept with an item. */
export function AttachmentList(props: {
  readonly attachments: readonly Attachment[];
  /** Null until the item is there. */
  readonly itemId: string | null;
  /** The file that is open beside the form. */
  readonly shown: string | undefined;
  readonly onView: (attachment: Attachment) => void;
  readonly onDownload: (attachment: Attachment) => void;
  readonly onRemove: (attachment: Attachment) => void;
}) {
  if (props.attachments.length === 0) return null;
  return (
    <ul className={classes.files} aria-label="Files of this item">
      {props.attachments.map((attachment) => (
        <li key={attachment.hash} className={classes.file}>
          <Group gap="sm" wrap="nowrap" justify="space-between">
            <UnstyledButton className={classes.name} onClick={() => props.onView(attachment)}>
              <IconFile size={18} stroke={1.5} aria-hidden className={classes.icon} />
              <span>{attachment.name}</span>
            </UnstyledButton>
            <Group gap="xs" wrap="nowrap">
              <Text size="sm" c="dimmed" className={classes.size}>
                {sizeWords(attachment.size)}
              </Text>
              <Button
                id={openerId(firstToShow(attachment))}
                variant="default"
                size="compact-sm"
                leftSection={<IconEye size={16} aria-hidden />}
                aria-label={`View ${attachment.name}`}
                aria-pressed={bothFiles(attachment).some(({ hash }) => hash === props.shown)}
                onClick={() => props.onView(attachment)}
              >
                View
              </Button>
              <ActionIcon
                variant="default"
                aria-label={`Download ${attachment.name}`}
                onClick={() => props.onDownload(attachment)}
              >
                <IconDownload size={16} aria-hidden />
              </ActionIcon>
              <ActionIcon
                variant="default"
                aria-label={`Remove ${attachment.name}`}
                onClick={() => props.onRemove(attachment)}
              >
                <IconX size={16} aria-hidden />
              </ActionIcon>
            </Group>
          </Group>
          {props.itemId === null ? null : <RedactionLine itemId={props.itemId} file={attachment} />}
        </li>
      ))}
    </ul>
  );
}
