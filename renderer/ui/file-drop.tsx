import { Button, Group, Text } from '@mantine/core';
import { Dropzone } from '@mantine/dropzone';
import { IconUpload } from '@tabler/icons-react';
import { useId, useRef } from 'react';
import classes from './file-drop.module.css';

/**
 * A place to drop files, with a button that does the same. Takes any file: what may be used is said by whoever
 * receives it, in words, never by a silent refusal here.
 */
export function FileDrop(props: {
  /** `Add files`, `Choose a PDF`. */
  readonly label: string;
  readonly hint: string;
  readonly multiple: boolean;
  readonly onFiles: (files: readonly File[]) => void;
  /** As an `input`'s `accept`: only narrows what the system's dialogue shows first. */
  readonly accept?: string;
  readonly disabled?: boolean;
  /** Nothing else on the screen takes what is dropped beside it, as before a vault is open. */
  readonly alone?: boolean;
}) {
  const { label, hint, multiple, onFiles, accept, disabled = false, alone = false } = props;
  const hintId = useId();
  const input = useRef<HTMLInputElement>(null);
  return (
    <Dropzone
      onDrop={(files) => onFiles(multiple ? files : files.slice(0, 1))}
      multiple={multiple}
      disabled={disabled}
      // It would keep what is dropped elsewhere from the window, which knows where it belongs.
      preventDropOnDocument={alone}
      activateOnClick={false}
      activateOnKeyboard={false}
      enablePointerEvents
      radius="md"
      className={classes.zone}
      tabIndex={-1}
      inputProps={{ 'aria-hidden': true, tabIndex: -1 }}
    >
      <Group justify="center" gap="md" className={classes.inner}>
        <IconUpload size={28} stroke={1.5} aria-hidden className={classes.icon} />
        <div>
          <Button
            variant="default"
            disabled={disabled}
            onClick={() => input.current?.click()}
            aria-describedby={hintId}
          >
            {label}
          </Button>
          <Text id={hintId} size="sm" c="dimmed" mt={6}>
            {hint}
          </Text>
        </div>
      </Group>
      <input
        ref={input}
        type="file"
        hidden
        multiple={multiple}
        accept={accept}
        aria-label={label}
        data-testid="file-input"
        onChange={(event) => {
          const files = [...(event.currentTarget.files ?? [])];
          event.currentTarget.value = '';
          if (files.length > 0) onFiles(files);
        }}
      />
    </Dropzone>
  );
}
