import { Box, Switch, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { api } from '#renderer/api/client.ts';
import { usePortfolio } from '#renderer/api/portfolio-context.tsx';
import { count } from '#renderer/text/format.ts';
import { versionGapWords } from '#renderer/text/history-words.ts';
import { Caution } from '#renderer/ui/caution.tsx';
import { LinkButton } from '#renderer/ui/links.tsx';
import { PageHeader } from '#renderer/ui/page-header.tsx';
import { paths } from '#renderer/ui/paths.ts';
import { QueryStates } from '#renderer/ui/query-states.tsx';
import { isReadable, type ReadableCollection } from '../record-address.ts';
import classes from './history.module.css';
import { VersionChoice } from './version-choice.tsx';
import { groupVersions } from './version-groups.ts';
import { VersionView } from './version-view.tsx';

/** Every version of one record: who wrote it and when, what it changed, and a way to bring it back. */
export function HistoryScreen() {
  const { collection: asked = '', id = '' } = useParams({ strict: false });
  const { portfolioId } = usePortfolio();
  const collection = isReadable(asked) ? asked : 'evidence';
  const { version } = useSearch({ strict: false });
  const navigate = useNavigate();
  const [all, setAll] = useState(false);
  const query = useQuery(
    api.history.versions.queryOptions({ input: { portfolioId, collection, id }, staleTime: 0 }),
  );
  return (
    <>
      <PageHeader
        title={titleWords(collection, query.data?.title ?? '')}
        intro="Every version that was ever saved is kept, with its files. Nothing here can be changed; an earlier version can be brought back as a new one."
        actions={<BackToRecord collection={collection} id={id} />}
      />
      <QueryStates query={query} what="the history">
        {({ versions, gap }) => {
          const groups = all ? versions.map((one) => [one] as const) : groupVersions(versions);
          const chosen =
            groups.find((group) => group.some(({ revision }) => revision === version)) ?? groups[0];
          return (
            <div className={classes.columns}>
              <section aria-label="Versions" className={classes.versions}>
                <Text size="sm" c="dimmed" mb="xs" role="status">
                  {count(groups.length, 'version')}
                  {groups.length < versions.length ? `, of ${count(versions.length, 'save')}` : ''}
                </Text>
                <ol className={classes.list}>
                  {groups.map((group) => (
                    <VersionChoice
                      key={group[0].revision}
                      group={group}
                      chosen={group === chosen}
                      onChoose={() =>
                        void navigate({
                          to: paths.history,
                          params: { collection, id },
                          search: { version: group[0].revision },
                          replace: true,
                          resetScroll: false,
                        })
                      }
                    />
                  ))}
                </ol>
                {gap ? (
                  <Box mt="sm">
                    <Caution title="Versions are missing">{versionGapWords}</Caution>
                  </Box>
                ) : null}
                <Switch
                  mt="sm"
                  size="sm"
                  label="Show every save"
                  checked={all}
                  onChange={(event) => setAll(event.currentTarget.checked)}
                />
              </section>
              {chosen === undefined ? null : (
                <VersionView
                  key={`${chosen[0].revision} ${chosen.length}`}
                  collection={collection}
                  id={id}
                  group={chosen}
                  newest={versions.find(({ newest }) => newest)}
                />
              )}
            </div>
          );
        }}
      </QueryStates>
    </>
  );
}

const titleWords = (collection: ReadableCollection, title: string): string => {
  if (title === '') return 'History';
  return collection === 'reviews' ? `History of the r${title.slice(1)}` : `History of “${title}”`;
};

function BackToRecord(props: { readonly collection: string; readonly id: string }) {
  const { collection, id } = props;
  if (collection === 'portfolio') {
    return (
      <LinkButton to={paths.settings} search={{ tab: 'portfolio' }} variant="default">
        Back to the portfolio’s details
      </LinkButton>
    );
  }
  return collection === 'reviews' ? (
    <LinkButton to={paths.review} params={{ id }} variant="default">
      Back to the review
    </LinkButton>
  ) : (
    <LinkButton to={paths.evidenceItem} params={{ id }} variant="default">
      Back to the item
    </LinkButton>
  );
}
