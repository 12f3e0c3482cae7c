import { Anchor, Text } from '@mantine/core';
import { sourceDate } from '#renderer/text/source-words.ts';
import type { PackSource } from '#shared/domain/guidance-pack.ts';
import { UkDate } from './uk-date.tsx';

/** Where a fact was read, with its own date and when it was read. Opens in the web browser. */
export function SourceLink(props: { readonly source: PackSource }) {
  const { title, publisher, url, readOn } = props.source;
  return (
    <Text component="span" size="sm">
      {url === null ? (
        title
      ) : (
        <Anchor href={url} target="_blank" rel="noreferrer" size="sm" underline="always">
          {title} (opens on the web)
        </Anchor>
      )}
      {`, ${publisher}${sourceDate(props.source, ', ')}; read on `}
      <UkDate date={readOn} />
    </Text>
  );
}
