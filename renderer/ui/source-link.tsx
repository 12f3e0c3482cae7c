import { Anchor, Text } from '@mantine/core';
import type { PackSource } from '#shared/domain/guidance-pack.ts';
import { UkDate } from './uk-date.tsx';

/** Where a fact was read, with its own date and when it was read. Opens in the web browser. */
export function SourceLink(props: { readonly source: PackSource }) {
  const { title, publisher, url, date, readOn } = props.source;
  return (
    <Text component="span" size="sm">
      {url === null ? (
        title
      ) : (
        <Anchor href={url} target="_blank" rel="noreferrer" size="sm" underline="always">
          {title} (opens on the web)
        </Anchor>
      )}
      {`, ${publisher}${date === null ? '' : `, ${date}`}; read on `}
      <UkDate date={readOn} />
    </Text>
  );
}
