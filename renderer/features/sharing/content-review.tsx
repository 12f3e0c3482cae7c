import { Checkbox, Stack, Text } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { api } from '#renderer/api/client.ts';
import { numberWords, sizeWords } from '#renderer/text/format.ts';
import { leftOutWords, recordWords } from '#renderer/text/sharing-words.ts';
import { Disclosure } from '#renderer/ui/disclosure.tsx';
import { Note } from '#renderer/ui/note.tsx';
import { QueryStates } from '#renderer/ui/query-states.tsx';
import { Section } from '#renderer/ui/section.tsx';
import { UkDate } from '#renderer/ui/uk-date.tsx';
import {
  type Audience,
  type ContentRef,
  laterCollections,
  leftOutReasons,
} from '#shared/domain/packages/audiences.ts';
import type { PackageContents } from '#shared/domain/packages/preview.ts';
import { IdentifiersNote } from './identifiers-note.tsx';
import { Numbers } from './numbers.tsx';
import { ScrollList } from './scroll-list.tsx';
import classes from './sharing.module.css';

export function useContents(
  portfolioId: string,
  audience: Audience,
  exclude: readonly string[],
  request: string | null,
) {
  return useQuery({
    ...api.packages.contents.queryOptions({ input: { portfolioId, audience, exclude, request } }),
    placeholderData: keepPreviousData,
  });
}

const nameOf = ({ collection, title }: ContentRef) => (collection === 'reviews' ? 'Review' : title);
/** What a person can name and hold back; seals go with what they seal. */
const named = <T extends ContentRef>(refs: readonly T[]) =>
  refs.filter(({ collection }) => collection === 'evidence' || collection === 'reviews');

function When({ date }: { readonly date: string }) {
  return date === '' ? null : (
    <span className={classes.when}>
      <UkDate date={date} />
    </span>
  );
}

type Holding = {
  readonly contents: PackageContents;
  readonly exclude: readonly string[];
  readonly onExclude: (exclude: readonly string[]) => void;
};

function Included({ contents, exclude, onExclude }: Holding) {
  const held = contents.leftOut.filter(({ why }) => why === 'chosen');
  const lines = [...named(contents.included), ...named(held)].toSorted((a, b) =>
    b.date.localeCompare(a.date),
  );
  if (lines.length === 0) return null;
  return (
    <Disclosure label={`Everything in it, by name; take the tick away to hold something back`}>
      <ScrollList label="Everything in it">
        {lines.map((ref) => (
          <li key={ref.id} className={classes.line}>
            <Checkbox
              className={classes.title ?? ''}
              label={nameOf(ref)}
              checked={!exclude.includes(ref.id)}
              onChange={(event) =>
                onExclude(
                  event.currentTarget.checked ? exclude.filter((id) => id !== ref.id) : [...exclude, ref.id],
                )
              }
            />
            <When date={ref.date} />
          </li>
        ))}
      </ScrollList>
    </Disclosure>
  );
}

function LeftOut({ contents }: { readonly contents: PackageContents }) {
  const parts = leftOutReasons
    .map((why) => ({ why, refs: named(contents.leftOut).filter((ref) => ref.why === why) }))
    .filter(({ refs }) => refs.length > 0);
  if (parts.length === 0) return <Text size="sm">Nothing is left out.</Text>;
  return parts.map(({ why, refs }) => (
    <Disclosure
      key={why}
      label={`Left out: ${leftOutWords[why].toLowerCase()} (${numberWords(refs.length)})`}
    >
      <ScrollList label={leftOutWords[why]}>
        {refs.map((ref) => (
          <li key={ref.id} className={classes.line}>
            <span className={classes.title}>{nameOf(ref)}</span>
            <When date={ref.date} />
          </li>
        ))}
      </ScrollList>
    </Disclosure>
  ));
}

function Counted({ portfolioId, contents, exclude, onExclude }: Holding & { readonly portfolioId: string }) {
  const { counts, files, bytes, tooLarge } = contents;
  return (
    <Stack gap="md">
      <Numbers
        numbers={[
          ['Evidence items', numberWords(counts.evidence)],
          ['Reviews', numberWords(counts.reviews)],
          ...laterCollections.flatMap((name) => {
            const amount = counts[name];
            return amount === undefined ? [] : [[recordWords[name], numberWords(amount)] as const];
          }),
          ['Files', numberWords(files)],
          ['Size', sizeWords(bytes)],
        ]}
      />
      {tooLarge ? (
        <Note tone="warn" icon={IconAlertTriangle} title="This is more than one package may hold">
          <Text size="sm">Hold some items back, and send those in a second package.</Text>
        </Note>
      ) : null}
      <div>
        <Included contents={contents} exclude={exclude} onExclude={onExclude} />
        <LeftOut contents={contents} />
      </div>
      <IdentifiersNote
        portfolioId={portfolioId}
        ids={contents.included.filter(({ collection }) => collection === 'evidence').map(({ id }) => id)}
      />
    </Stack>
  );
}

/** What the package would hold and would not, counted before anything is written. */
export function ContentReview(props: {
  readonly portfolioId: string;
  readonly audience: Audience;
  readonly exclude: readonly string[];
  /** What an assessor is sent. */
  readonly request: string | null;
  readonly onExclude: (exclude: readonly string[]) => void;
}) {
  const { portfolioId, audience, exclude, request, onExclude } = props;
  const contents = useContents(portfolioId, audience, exclude, request);
  return (
    <Section title="3. What is in it" intro="Counted now, before anything is written.">
      <QueryStates query={contents} what="what it would hold" rows={4}>
        {(found) => (
          <Counted portfolioId={portfolioId} contents={found} exclude={exclude} onExclude={onExclude} />
        )}
      </QueryStates>
    </Section>
  );
}
