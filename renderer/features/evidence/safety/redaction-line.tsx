import { Group, Text } from '@mantine/core';
import { IconEraser, IconGhost2, IconShieldCheck } from '@tabler/icons-react';
import { dayWords } from '#renderer/text/format.ts';
import { LinkButton } from '#renderer/ui/links.tsx';
import { paths } from '#renderer/ui/paths.ts';
import type { Attachment } from '#shared/domain/evidence.ts';
import { canRedact, kindOfFile } from '#shared/domain/redaction/file-type.ts';

/** Below a file: whether others get it or a redacted copy, and the way to make one. */
export function RedactionLine(props: { readonly itemId: string; readonly file: Attachment }) {
  const { itemId: id, file } = props;
  const { name, hash, redacted } = file;
  const kind = kindOfFile(file);
  const link = {
    to: paths.redactFile,
    params: { id, hash },
    variant: 'default',
    size: 'compact-sm',
  } as const;
  if (redacted !== undefined)
    return (
      <Group gap="xs" mt={4} justify="space-between">
        <Text size="sm">
          Others get the redacted copy of {dayWords(redacted.at)}; this file stays private.
        </Text>
        <LinkButton
          {...link}
          leftSection={<IconShieldCheck size={16} aria-hidden />}
          aria-label={`See the copy of ${name}`}
        >
          See the copy
        </LinkButton>
      </Group>
    );
  if (canRedact(kind))
    return (
      <Group gap="xs" mt={4} justify="space-between">
        <Text size="sm" c="dimmed">
          Others get this file as it is.
        </Text>
        <LinkButton
          {...link}
          leftSection={<IconEraser size={16} aria-hidden />}
          aria-label={`Redact ${name}`}
        >
          Redact
        </LinkButton>
      </Group>
    );
  return (
    <Group gap="xs" mt={4} justify="space-between">
      <Text size="sm" c="dimmed">
        {kind === 'word'
          ? 'Word files cannot be redacted here: print it to a PDF and add that.'
          : 'Files of this kind cannot be redacted here.'}
      </Text>
      <LinkButton
        {...link}
        leftSection={<IconGhost2 size={16} aria-hidden />}
        aria-label={`Look inside ${name}`}
      >
        Look inside
      </LinkButton>
    </Group>
  );
}
