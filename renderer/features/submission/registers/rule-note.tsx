import { Text } from '@mantine/core';
import { IconInfoCircle } from '@tabler/icons-react';
import { certaintyWords } from '#renderer/text/guidance-words.ts';
import { Note } from '#renderer/ui/note.tsx';
import type { Certainty } from '#shared/domain/pack-provenance.ts';

/** A rule of the guidance, with where it was read and how sure that is. */
export function RuleNote(props: {
  readonly rule: { readonly note: string; readonly certainty: Certainty; readonly source: string };
}) {
  const { note, certainty, source } = props.rule;
  return (
    <Note tone="info" icon={IconInfoCircle} title="What the guidance says">
      <Text size="sm">{note}</Text>
      <Text size="sm">
        {source}. {certaintyWords[certainty].title}.
      </Text>
    </Note>
  );
}
