import { Button, Group, Select, Stack, Text } from '@mantine/core';
import { IconBook2, IconFileText, IconUsersGroup } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { api, client } from '#renderer/api/client.ts';
import { saveOutgoing } from '#renderer/api/downloads.ts';
import { useStartedJob } from '#renderer/api/use-started-job.ts';
import { count } from '#renderer/text/format.ts';
import { JobProgress } from '#renderer/ui/job-progress.tsx';
import { LinkButton } from '#renderer/ui/links.tsx';
import { Note } from '#renderer/ui/note.tsx';
import { PageHeader } from '#renderer/ui/page-header.tsx';
import { paths } from '#renderer/ui/paths.ts';
import { QueryStates } from '#renderer/ui/query-states.tsx';
import { Section } from '#renderer/ui/section.tsx';
import { EmptyState, FailedState } from '#renderer/ui/states.tsx';
import { briefsWrittenSchema, type DayReview } from '#shared/contract/panel.ts';
import { ukDate } from '#shared/domain/dates.ts';
import classes from './day.module.css';

function stateWords(review: DayReview): string {
  const { signed, compared, handedIn, agreed, capabilities, finished, waiting } = review;
  if (signed) return 'Signed';
  if (!handedIn) return 'Nothing handed in yet';
  if (compared) return `Side by side; ${agreed} of ${capabilities} agreed`;
  return `${count(finished, 'member', 'members')} finished, ${waiting} still judging`;
}

const mineWords: Record<DayReview['mine'], string> = {
  none: '',
  looks: 'You look on',
  conflict: 'You have a conflict of interest',
  'to-do': 'You have not begun',
  begun: 'You have begun',
  finished: 'You have finished',
};

type Printed =
  | { readonly kind: 'day'; readonly on: string }
  | { readonly kind: 'brief'; readonly portfolioId: string; readonly id: string };

/** The doctors a panel sees on one day, and the way into the room for each. */
export function PanelDayScreen() {
  const printing = useStartedJob(
    (what: Printed) =>
      what.kind === 'day'
        ? client.panel.printDay({ on: what.on })
        : client.panel.printBrief({ portfolioId: what.portfolioId, id: what.id }),
    (result) => {
      const written = briefsWrittenSchema.parse(result);
      void saveOutgoing(written.fileId, written.name);
    },
  );
  const [on, setOn] = useState<string | null>(null);
  const day = useQuery(api.panel.day.queryOptions({ input: { on } }));
  return (
    <>
      <PageHeader
        title="Panel day"
        intro="The reviews of one day, doctor by doctor. Members judge first on their own; then the panel compares and agrees."
      />
      <QueryStates query={day} what="the panel’s day">
        {(found) =>
          found.days.length === 0 ? (
            <EmptyState icon={IconUsersGroup} title="No review is planned here">
              Plan a review in a doctor’s portfolio, or take in the package somebody sent you. It is listed
              here then.
            </EmptyState>
          ) : (
            <Stack gap="md">
              <Select
                label="Day"
                w="16rem"
                allowDeselect={false}
                data={found.days.map((one) => ({
                  value: one.on,
                  label: `${ukDate(one.on)}, ${count(one.reviews, 'review')}`,
                }))}
                value={found.on}
                onChange={setOn}
              />
              {found.unreadable === 0 ? null : (
                <Note tone="warn" icon={IconUsersGroup} title="Not every portfolio could be opened">
                  <Text size="sm">
                    {count(found.unreadable, 'portfolio')} could not be read, so reviews may be missing here.
                  </Text>
                </Note>
              )}
              <Section
                title={`Reviews on ${found.on === null ? '' : ukDate(found.on)}`}
                actions={
                  found.on !== null && found.reviews.some(({ handedIn }) => handedIn) ? (
                    <Button
                      variant="default"
                      leftSection={<IconBook2 size={18} aria-hidden />}
                      disabled={printing.running}
                      onClick={() => printing.start({ kind: 'day', on: found.on ?? '' })}
                    >
                      Save the day’s book
                    </Button>
                  ) : undefined
                }
              >
                {printing.job === undefined ? (
                  printing.error === null ? null : (
                    <FailedState error={printing.error} />
                  )
                ) : (
                  <JobProgress watched={printing.watched} label="Making the briefs" unit="page" />
                )}
                <ul className={classes.reviews} aria-label="Reviews of the day">
                  {found.reviews.map((review) => (
                    <li key={review.id}>
                      <div>
                        <Text fw={600}>{review.doctor}</Text>
                        <Text size="sm" c="dimmed">
                          {[review.specialty, stateWords(review), mineWords[review.mine]]
                            .filter((part) => part !== '')
                            .join(' · ')}
                        </Text>
                      </div>
                      <Group gap="xs">
                        {review.handedIn ? (
                          <>
                            <Button
                              variant="default"
                              leftSection={<IconFileText size={18} aria-hidden />}
                              disabled={printing.running}
                              aria-label={`Save the brief of ${review.doctor}`}
                              onClick={() =>
                                printing.start({
                                  kind: 'brief',
                                  portfolioId: review.portfolioId,
                                  id: review.id,
                                })
                              }
                            >
                              Brief
                            </Button>
                            <LinkButton
                              to={paths.panelRoom}
                              params={{ portfolioId: review.portfolioId, id: review.id }}
                              variant="default"
                              aria-label={`Panel room of ${review.doctor}`}
                            >
                              Panel room
                            </LinkButton>
                          </>
                        ) : null}
                      </Group>
                    </li>
                  ))}
                </ul>
              </Section>
            </Stack>
          )
        }
      </QueryStates>
    </>
  );
}
