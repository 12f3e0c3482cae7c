import { Text } from '@mantine/core';
import { IconArrowBackUp } from '@tabler/icons-react';
import { count, dayWords, numberWords } from '#renderer/text/format.ts';
import { Disclosure } from '#renderer/ui/disclosure.tsx';
import { Note } from '#renderer/ui/note.tsx';
import type { PackagePreview } from '#shared/domain/packages/preview.ts';
import { RecordLine } from './record-line.tsx';
import { ScrollList } from './scroll-list.tsx';

/** What of a package was kept before and undone since: keeping it once more brings it back. */
export function UndonePart({ undone }: { readonly undone: NonNullable<PackagePreview['undone']> }) {
  const { at, items } = undone;
  return (
    <Note
      tone="info"
      icon={IconArrowBackUp}
      title={`You kept ${count(items.length, 'record', 'records')} of this before, and undid it on ${dayWords(at)}`}
    >
      <Text size="sm">
        Keeping the package again brings {items.length === 1 ? 'it' : 'them'} back, as a new change that you
        can undo.
      </Text>
      <Disclosure label={`What comes back (${numberWords(items.length)})`}>
        <ScrollList label="What comes back">
          {items.map((item) => (
            <RecordLine key={`${item.collection} ${item.id}`} of={item} />
          ))}
        </ScrollList>
      </Disclosure>
    </Note>
  );
}
