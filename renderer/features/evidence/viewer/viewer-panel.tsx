import { ActionIcon, Button, NativeSelect, Text } from '@mantine/core';
import { IconDownload, IconX } from '@tabler/icons-react';
import { useState } from 'react';
import { saveKeptFile } from '#renderer/api/downloads.ts';
import { FailedState } from '#renderer/ui/states.tsx';
import type { Attachment } from '#shared/domain/evidence.ts';
import { viewablesOf } from './file-choice.ts';
import { OpenFile } from './open-file.tsx';
import type { Passages } from './use-passages.ts';
import { type View, viewerId } from './use-view.ts';
import classes from './viewer-panel.module.css';

/** A file of the item beside its form: its pages, and the ways through them. */
export function ViewerPanel(props: {
  readonly portfolioId: string;
  readonly attachments: readonly Attachment[];
  readonly view: View;
  readonly passages: Passages;
}) {
  const { portfolioId, attachments, view, passages } = props;
  const files = viewablesOf(attachments);
  const shown = files.find(({ file }) => file.hash === view.file);
  const [failed, setFailed] = useState<unknown>(null);
  const choices = files.map(({ file, copy }) => ({
    value: file.hash,
    label: copy ? `${file.name} (redacted copy)` : file.name,
  }));
  return (
    <section id={viewerId} className={classes.panel} aria-label="File viewer" tabIndex={-1}>
      <div className={classes.head}>
        <NativeSelect
          className={classes.file ?? ''}
          size="sm"
          aria-label="File shown"
          value={shown?.file.hash ?? ''}
          data={shown === undefined ? [{ value: '', label: 'No longer attached' }, ...choices] : choices}
          onChange={({ currentTarget: { value } }) => value !== '' && view.open(value)}
        />
        {shown === undefined ? null : (
          <ActionIcon
            variant="default"
            size={36}
            aria-label={`Save a copy of ${shown.file.name}`}
            onClick={() => {
              setFailed(null);
              saveKeptFile(portfolioId, shown.file).catch(setFailed);
            }}
          >
            <IconDownload size={18} aria-hidden />
          </ActionIcon>
        )}
        <Button
          variant="default"
          flex="none"
          leftSection={<IconX size={16} aria-hidden />}
          onClick={view.close}
        >
          <span className={classes.beside}>Close</span>
          <span className={classes.over}>Back to the form</span>
        </Button>
      </div>
      {failed === null ? null : <FailedState error={failed} />}
      {shown === undefined ? (
        <Text size="sm" p="sm">
          This file is no longer attached to the item.
        </Text>
      ) : (
        <OpenFile
          key={shown.file.hash}
          portfolioId={portfolioId}
          shown={shown}
          view={view}
          passages={passages}
        />
      )}
    </section>
  );
}
