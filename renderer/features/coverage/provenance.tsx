import { Group, Text } from '@mantine/core';
import { sourceWords } from '#renderer/text/source-words.ts';
import { CertaintyBadge } from '#renderer/ui/badges.tsx';
import type { GuidancePack } from '#shared/domain/guidance-pack.ts';
import type { Certainty } from '#shared/domain/pack-provenance.ts';

/** Where a fact of the pack was read and how sure it is. */
export function Provenance(props: {
  readonly pack: GuidancePack;
  readonly source: string;
  readonly certainty: Certainty;
}) {
  return (
    <Group gap={6}>
      <CertaintyBadge certainty={props.certainty} />
      <Text span size="xs" c="dimmed">
        {sourceWords(props.pack, props.source)}
      </Text>
    </Group>
  );
}
