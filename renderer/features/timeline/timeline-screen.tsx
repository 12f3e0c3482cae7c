import { Group, SegmentedControl, Stack, Text } from '@mantine/core';
import { IconTimeline } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { api } from '#renderer/api/client.ts';
import { usePortfolio } from '#renderer/api/portfolio-context.tsx';
import { LinkButton } from '#renderer/ui/links.tsx';
import { PageHeader } from '#renderer/ui/page-header.tsx';
import { paths } from '#renderer/ui/paths.ts';
import { QueryStates } from '#renderer/ui/query-states.tsx';
import { EmptyState } from '#renderer/ui/states.tsx';
import { TimelinePicture } from './timeline-picture.tsx';
import type { Zoom } from './timeline-search.ts';
import { TimelineTables } from './timeline-tables.tsx';

const route = getRouteApi('/portfolio-screens/timeline');

/** Posts, what lay between them, and what was done when. */
export function TimelineScreen() {
  const { portfolioId } = usePortfolio();
  const { zoom = 'years', show = 'picture' } = route.useSearch();
  const navigate = route.useNavigate();
  const query = useQuery(api.cv.timeline.queryOptions({ input: { portfolioId }, staleTime: 0 }));
  const go = (next: { readonly zoom?: Zoom; readonly show?: 'picture' | 'tables' }) =>
    void navigate({ search: { zoom, show, ...next }, replace: true });
  return (
    <>
      <PageHeader
        title="Timeline"
        intro="Your posts, what lay between them, and what you logged when."
        actions={
          <LinkButton to={paths.cv} variant="default">
            CV
          </LinkButton>
        }
      />
      <QueryStates query={query} what="the timeline">
        {(timeline) =>
          timeline.posts.length + timeline.months.length + timeline.reviews.length === 0 ? (
            <EmptyState
              icon={IconTimeline}
              title="Nothing to show yet"
              action={<LinkButton to={paths.cv}>Add your posts</LinkButton>}
            >
              Posts of your CV, evidence and reviews appear here by themselves.
            </EmptyState>
          ) : (
            <Stack gap="md">
              <Group gap="md">
                <SegmentedControl
                  aria-label="How close"
                  data={[
                    { value: 'years', label: 'Years' },
                    { value: 'months', label: 'Months' },
                  ]}
                  value={zoom}
                  onChange={(value) => go({ zoom: value === 'months' ? 'months' : 'years' })}
                />
                <SegmentedControl
                  aria-label="Show"
                  data={[
                    { value: 'picture', label: 'Picture' },
                    { value: 'tables', label: 'Tables' },
                  ]}
                  value={show}
                  onChange={(value) => go({ show: value === 'tables' ? 'tables' : 'picture' })}
                />
                <Text size="sm" c="dimmed">
                  {show === 'picture'
                    ? 'The line is today, the dashed line your target date. Press anything to see what is behind it.'
                    : 'The same as the picture, with a link behind each number.'}
                </Text>
              </Group>
              {show === 'picture' ? (
                <TimelinePicture timeline={timeline} zoom={zoom} />
              ) : (
                <TimelineTables timeline={timeline} zoom={zoom} />
              )}
            </Stack>
          )
        }
      </QueryStates>
    </>
  );
}
