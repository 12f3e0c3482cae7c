import { Text } from '@mantine/core';
import { passageWords } from '#renderer/text/passage-words.ts';
import { TextLink } from '#renderer/ui/links.tsx';
import { paths } from '#renderer/ui/paths.ts';
import type { CoverageItem } from '#shared/domain/coverage/ageing.ts';

/** Where in an item's files the evidence for a capability is; null: for any. Pressed, the file opens there. */
export function PassageLinks(props: { readonly item: CoverageItem; readonly capability: string | null }) {
  const { item, capability } = props;
  return item.passages
    .filter((passage) => capability === null || passage.capability === capability)
    .map(({ file, ...passage }) => (
      <Text key={passage.capability} size="sm">
        {capability === null ? `${passage.capability}: ` : null}
        {file === null ? (
          `${passageWords(passage)} of a file that is no longer there`
        ) : (
          <TextLink
            size="sm"
            to={paths.evidenceItem}
            params={{ id: item.id }}
            search={{ view: file, page: passage.from, show: passage.capability }}
          >
            {passageWords(passage)}
          </TextLink>
        )}
      </Text>
    ));
}
