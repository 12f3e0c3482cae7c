import { Button, Stack, Text } from '@mantine/core';
import { IconDownload, IconEye } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { saveKeptFile } from '#renderer/api/downloads.ts';
import { sizeWords } from '#renderer/text/format.ts';
import { LinkButton } from '#renderer/ui/links.tsx';
import { paths } from '#renderer/ui/paths.ts';
import { wordsFor } from '#renderer/ui/words-for.ts';
import type { Attachment } from '#shared/domain/evidence.ts';
import classes from './judge.module.css';

/** An item's files, to look at beside the item, or to save. */
export function EvidenceFiles(props: {
  readonly portfolioId: string;
  /** The item's. */
  readonly id: string;
  readonly attachments: readonly Attachment[];
}) {
  const { portfolioId, id, attachments } = props;
  const save = useMutation({
    mutationFn: (file: Attachment) => saveKeptFile(portfolioId, file),
    meta: { refresh: false },
  });
  if (attachments.length === 0) {
    return (
      <Text size="sm" c="dimmed">
        No files.
      </Text>
    );
  }
  return (
    <Stack gap={4}>
      <ul className={classes.files} aria-label="Files of this item">
        {attachments.map((file) => (
          <li key={`${file.hash} ${file.name}`}>
            <LinkButton
              variant="default"
              size="xs"
              leftSection={<IconEye size={16} aria-hidden />}
              to={paths.evidenceItem}
              params={{ id }}
              search={{ view: file.redacted?.hash ?? file.hash }}
              aria-label={`View ${file.name}`}
            >
              View
            </LinkButton>
            <Button
              variant="default"
              size="xs"
              classNames={{ label: classes.fileName ?? '' }}
              leftSection={<IconDownload size={16} aria-hidden />}
              loading={save.isPending && save.variables === file}
              onClick={() => save.mutate(file)}
              aria-label={`Save ${file.name}, ${sizeWords(file.size)}`}
            >
              {file.name}, {sizeWords(file.size)}
            </Button>
          </li>
        ))}
      </ul>
      {save.isError ? (
        <Text size="sm" c="var(--mantine-color-error)" role="alert">
          {wordsFor(save.error).what}. {wordsFor(save.error).next}
        </Text>
      ) : null}
    </Stack>
  );
}
