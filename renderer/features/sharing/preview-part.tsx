import { Button, Group, Stack, Text } from '@mantine/core';
import { IconAlertTriangle, IconInfoCircle } from '@tabler/icons-react';
import { count, numberWords, sizeWords } from '#renderer/text/format.ts';
import { mergeKindWords, notTakenWords } from '#renderer/text/sharing-words.ts';
import { Disclosure } from '#renderer/ui/disclosure.tsx';
import { Note } from '#renderer/ui/note.tsx';
import { Section } from '#renderer/ui/section.tsx';
import type { PackagePreview } from '#shared/domain/packages/preview.ts';
import { Numbers } from './numbers.tsx';
import { RecordLine } from './record-line.tsx';
import { ScrollList } from './scroll-list.tsx';
import classes from './sharing.module.css';
import { SignedPart } from './signed-part.tsx';
import { UndonePart } from './undone-part.tsx';

const kinds = ['new', 'changed', 'conflicting'] as const;

/** What keeping a package would do, counted and by name. Nothing has been kept yet. */
export function PreviewPart(props: {
  readonly preview: PackagePreview;
  readonly busy: boolean;
  readonly onMerge: () => void;
  readonly onDiscard: () => void;
}) {
  const { preview, busy, onMerge, onDiscard } = props;
  const { counts, items, signed, refused, secondHand, undone, newFiles, about } = preview;
  const total = (kind: (typeof kinds)[number] | 'known') => counts.reduce((sum, one) => sum + one[kind], 0);
  const nothing = items.length === 0 && undone === null;
  return (
    <Section
      title="What would change"
      intro={
        about.portfolio.isNew
          ? `The portfolio of ${about.portfolio.doctor} would be put on your shelf. Nothing is kept yet.`
          : 'Compared with what you have. Nothing is kept yet.'
      }
    >
      <Stack gap="md">
        <Numbers
          numbers={[
            ...kinds.map((kind) => [mergeKindWords[kind].title, numberWords(total(kind))] as const),
            ...(undone === null ? [] : [['Come back', numberWords(undone.items.length)] as const]),
            ['Refused', numberWords(refused.length)],
            ['Same as yours', numberWords(total('known'))],
            ['New files', `${numberWords(newFiles.count)} (${sizeWords(newFiles.bytes)})`],
          ]}
        />
        {refused.length === 0 ? null : (
          <Note
            tone="warn"
            icon={IconAlertTriangle}
            title={`${count(refused.length, 'record is', 'records are')} not taken over`}
          >
            <ul className={classes.list}>
              {refused.map((ref) => (
                <RecordLine key={ref.id} of={ref} why={notTakenWords[ref.why]} />
              ))}
            </ul>
          </Note>
        )}
        {secondHand.length === 0 ? null : (
          <Note
            tone="info"
            icon={IconInfoCircle}
            title={`${count(secondHand.length, 'record names', 'records name')} somebody else as its author`}
          >
            <Text size="sm">Nobody but {about.sender.name} vouches for that.</Text>
            <ul className={classes.list}>
              {secondHand.map((ref) => (
                <RecordLine key={ref.id} of={ref} why={`By ${ref.by}, came from ${about.sender.name}`} />
              ))}
            </ul>
          </Note>
        )}
        <SignedPart signed={signed} />
        {undone === null ? null : <UndonePart undone={undone} />}
        <div>
          {kinds.map((kind) => {
            const of = items
              .filter((item) => item.kind === kind)
              .toSorted((a, b) => b.date.localeCompare(a.date));
            return of.length === 0 ? null : (
              <Disclosure key={kind} label={`${mergeKindWords[kind].title} (${numberWords(of.length)})`}>
                <Text size="sm" c="dimmed" mb={4}>
                  {mergeKindWords[kind].meaning}
                </Text>
                <ScrollList label={mergeKindWords[kind].title}>
                  {of.map((item) => (
                    <RecordLine key={`${item.collection} ${item.id}`} of={item} />
                  ))}
                </ScrollList>
              </Disclosure>
            );
          })}
        </div>
        {nothing ? (
          <Text size="sm">You have all of this already: keeping it would change nothing.</Text>
        ) : (
          <Text size="sm">
            A backup is made first. It is kept as one step, which you can undo, and nothing of yours is lost
            or overwritten.
          </Text>
        )}
        <Group gap="sm">
          {nothing ? null : (
            <Button loading={busy} onClick={onMerge}>
              Keep it in my vault
            </Button>
          )}
          <Button variant="default" disabled={busy} onClick={onDiscard}>
            Put it away
          </Button>
        </Group>
      </Stack>
    </Section>
  );
}
