import { List, Stack, Text } from '@mantine/core';
import { IconFileOff } from '@tabler/icons-react';
import { cannotRedact } from '#renderer/text/redaction-words.ts';
import { Note } from '#renderer/ui/note.tsx';
import type { RedactableKind } from '#shared/domain/redaction/file-type.ts';
import { HiddenPanel } from './hidden-panel.tsx';

/** A file that cannot be redacted here: why, what to do instead, and what it hides. */
export function CannotRedact(props: {
  readonly portfolioId: string;
  readonly hash: string;
  readonly kind: Exclude<RedactableKind, 'pdf' | 'picture'>;
}) {
  const { portfolioId, hash, kind } = props;
  const { title, what, steps } = cannotRedact[kind];
  return (
    <Stack gap="md" maw="48rem">
      <Note tone="warn" icon={IconFileOff} title={title}>
        <Text size="sm">{what}</Text>
        <List size="sm" type="ordered" mt="xs" spacing={4}>
          {steps.map((step) => (
            <List.Item key={step}>{step}</List.Item>
          ))}
        </List>
      </Note>
      <HiddenPanel portfolioId={portfolioId} hash={hash} marks={[]} kind={kind} />
    </Stack>
  );
}
