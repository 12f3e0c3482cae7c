import { SimpleGrid, Stack } from '@mantine/core';
import { IconFilePlus } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { api } from '#renderer/api/client.ts';
import { usePortfolio } from '#renderer/api/portfolio-context.tsx';
import { useStatus } from '#renderer/api/status.ts';
import { LinkButton } from '#renderer/ui/links.tsx';
import { PageHeader } from '#renderer/ui/page-header.tsx';
import { paths } from '#renderer/ui/paths.ts';
import { QueryStates } from '#renderer/ui/query-states.tsx';
import { RecoveryReminder } from '#renderer/ui/recovery-reminder.tsx';
import { UkDate } from '#renderer/ui/uk-date.tsx';
import type { ProfileRole } from '#shared/domain/profile.ts';
import { Actions } from './actions.tsx';
import { AtRisk } from './at-risk.tsx';
import { BackupReminder } from './backup-reminder.tsx';
import { CopiesReminder } from './copies-reminder.tsx';
import { DraftsReminder } from './drafts-reminder.tsx';
import { Expiring } from './expiring.tsx';
import { FirstSteps } from './first-steps.tsx';
import { HomePace } from './home-pace.tsx';
import { Next } from './next.tsx';
import { NextMeeting } from './next-meeting.tsx';
import { NextReviewCard } from './next-review-card.tsx';
import { Numbers } from './numbers.tsx';
import { Portfolios } from './portfolios.tsx';
import { ReturnedReminder } from './returned-reminder.tsx';

type Part = 'next' | 'expiring' | 'pace' | 'review' | 'actions' | 'meeting' | 'portfolios' | 'risk';

type Columns = readonly [left: readonly Part[], right: readonly Part[]];

/** What matters first differs by what a person does; nothing is taken away from anyone. */
function columnsFor(roles: readonly ProfileRole[]): Columns {
  if (roles.includes('doctor'))
    return [
      ['next', 'expiring', ...(roles.includes('programme-lead') ? (['risk'] as const) : [])],
      ['actions', 'meeting', 'review', 'pace'],
    ];
  if (roles.includes('programme-lead'))
    return [
      ['risk', 'portfolios', 'next'],
      ['review', 'meeting', 'actions', 'expiring', 'pace'],
    ];
  return [
    ['review', 'next'],
    ['meeting', 'actions', 'expiring', 'pace'],
  ];
}

/** "What needs me now." */
export function HomeScreen() {
  const { portfolio, portfolioId, pack } = usePortfolio();
  const { data: status } = useStatus();
  const coverage = useQuery(api.coverage.map.queryOptions({ input: { portfolioId } }));
  const reviews = useQuery(api.reviews.list.queryOptions({ input: { portfolioId } }));
  const roles = status?.profile?.roles ?? ['doctor'];
  // Whoever leads a programme and is no doctor of it has others to look at, whatever is in this one.
  const leads = roles.includes('programme-lead') && !roles.includes('doctor');
  const empty = !leads && coverage.data?.items === 0 && reviews.data?.length === 0;

  const parts: Record<Part, ReactNode> = {
    next: (
      <QueryStates query={coverage} what="suggestions" rows={4}>
        {(map) => <Next map={map} pack={pack} portfolioId={portfolioId} />}
      </QueryStates>
    ),
    pace: <HomePace portfolioId={portfolioId} />,
    expiring: (
      <QueryStates query={coverage} what="evidence ages" rows={3}>
        {(map) => <Expiring map={map} pack={pack} />}
      </QueryStates>
    ),
    review: (
      <QueryStates query={reviews} what="reviews" rows={2}>
        {(list) => <NextReviewCard reviews={list} />}
      </QueryStates>
    ),
    actions: <Actions portfolioId={portfolioId} />,
    meeting: <NextMeeting portfolioId={portfolioId} />,
    portfolios: <Portfolios />,
    risk: <AtRisk />,
  };
  return (
    <>
      <PageHeader
        title="What needs me now"
        intro={
          <>
            {portfolio.doctor.name}, {pack.specialty}. Target submission{' '}
            <UkDate date={portfolio.targetDate} />.
          </>
        }
        actions={
          <LinkButton to={paths.newEvidence} leftSection={<IconFilePlus size={18} aria-hidden />}>
            Add evidence
          </LinkButton>
        }
      />
      <RecoveryReminder recovery={status?.recovery ?? null} />
      <BackupReminder />
      <CopiesReminder />
      <DraftsReminder portfolioId={portfolioId} />
      <ReturnedReminder portfolioId={portfolioId} />
      {empty ? (
        <FirstSteps />
      ) : (
        <Stack gap="md">
          <QueryStates query={coverage} what="numbers" rows={1}>
            {(map) => <Numbers map={map} />}
          </QueryStates>
          <SimpleGrid cols={{ base: 1, lg: 2 }} spacing="md" verticalSpacing="md">
            {columnsFor(roles).map((column) => (
              <Stack key={column[0]} gap="md">
                {column.map((part) => (
                  <div key={part}>{parts[part]}</div>
                ))}
              </Stack>
            ))}
          </SimpleGrid>
        </Stack>
      )}
    </>
  );
}
