import { Group, SegmentedControl, Text } from '@mantine/core';
import { useQueries } from '@tanstack/react-query';
import { useState } from 'react';
import { api } from '#renderer/api/client.ts';
import { usePortfolio } from '#renderer/api/portfolio-context.tsx';
import { momentWords } from '#renderer/text/format.ts';
import { DifferenceList } from '#renderer/ui/differences/difference-list.tsx';
import { readable } from '#renderer/ui/differences/difference-words.ts';
import { useNames } from '#renderer/ui/differences/use-names.ts';
import { Section } from '#renderer/ui/section.tsx';
import { FailedState, LoadingState } from '#renderer/ui/states.tsx';
import type { VersionLine } from '#shared/contract/history.ts';
import { differencesOf } from '#shared/domain/history/differences.ts';
import type { ReadableCollection } from '../record-address.ts';
import { RestoreVersion } from './restore-version.tsx';
import { type VersionGroup, versionWords } from './version-groups.ts';

type Against = 'before' | 'now';

/** What a version changed, or how it differs from the present one; and a way to bring it back. */
export function VersionView(props: {
  readonly collection: ReadableCollection;
  readonly id: string;
  readonly group: VersionGroup;
  /** The version that is shown now. */
  readonly newest: VersionLine | undefined;
}) {
  const { collection, id, group, newest } = props;
  const { portfolioId } = usePortfolio();
  const names = useNames();
  const [against, setAgainst] = useState<Against>('before');
  const [last] = group;
  const first = group.at(-1) ?? last;
  const [whole, began] = useQueries({
    queries: [last, first].map(({ revision }) =>
      api.history.version.queryOptions({ input: { portfolioId, collection, id, revision } }),
    ),
  });
  if (whole?.data === undefined || began?.data === undefined) {
    const failed = whole?.error ?? began?.error;
    return failed ? <FailedState error={failed} /> : <LoadingState what="the version" />;
  }
  const { value, now } = whole.data;
  const isPresent = last.revision === newest?.revision;
  const pair = against === 'before' ? ([began.data.before, value] as const) : ([value, now] as const);
  return (
    <Section
      title={versionWords(group)}
      intro={`${momentWords(last.by.at)}, ${last.by.name}`}
      actions={
        isPresent || last.deleted || newest === undefined ? null : (
          <RestoreVersion collection={collection} id={id} version={last} seen={newest.revision} />
        )
      }
    >
      <Group justify="space-between" mb="sm" gap="sm">
        <Text size="sm" c="dimmed">
          {words(against, pair[0] === null, pair[1] === null)}
        </Text>
        {isPresent ? null : (
          <SegmentedControl
            size="xs"
            aria-label="Compared with"
            data={[
              { value: 'before', label: 'What it changed' },
              { value: 'now', label: 'What changed since' },
            ]}
            value={against}
            onChange={(next) => setAgainst(next === 'now' ? 'now' : 'before')}
          />
        )}
      </Group>
      <DifferenceList differences={readable(differencesOf(pair[0], pair[1]), pair, names)} />
    </Section>
  );
}

function words(against: Against, none: boolean, gone: boolean): string {
  if (gone) return 'It is not in the portfolio after this. What it held:';
  if (against === 'now')
    return none ? 'Everything it holds now:' : 'What changed from this version to the present one:';
  return none ? 'Everything it began with:' : 'What changed from the version before:';
}
