import { Button, Text } from '@mantine/core';
import { IconDownload, IconFileAlert } from '@tabler/icons-react';
import { useState } from 'react';
import { saveKeptFile } from '#renderer/api/downloads.ts';
import { Note } from '#renderer/ui/note.tsx';
import { FailedState } from '#renderer/ui/states.tsx';
import { wordsFor } from '#renderer/ui/words-for.ts';
import type { KeptFile } from '#shared/domain/evidence.ts';

/** A file that cannot be shown: why, that it is safe, and the way out. */
export function NotShown(props: {
  readonly portfolioId: string;
  readonly file: KeptFile;
  readonly fault: unknown;
}) {
  const { portfolioId, file, fault } = props;
  const [failed, setFailed] = useState<unknown>(null);
  const { what, safe, next } = wordsFor(fault);
  return (
    <>
      <Note tone="warn" icon={IconFileAlert} title={what} role="alert">
        <Text size="sm">{safe}</Text>
        <Text size="sm">{next}</Text>
        <Button
          mt="xs"
          size="xs"
          variant="default"
          leftSection={<IconDownload size={16} aria-hidden />}
          onClick={() => {
            setFailed(null);
            saveKeptFile(portfolioId, file).catch(setFailed);
          }}
        >
          Save a copy
        </Button>
      </Note>
      {failed === null ? null : <FailedState error={failed} />}
    </>
  );
}
