import { Button, Text } from '@mantine/core';
import { IconInbox } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { api } from '#renderer/api/client.ts';
import { usePortfolio } from '#renderer/api/portfolio-context.tsx';
import { useStatus } from '#renderer/api/status.ts';
import { KeptText } from '#renderer/forms/kept-text.tsx';
import { count } from '#renderer/text/format.ts';
import { LinkButton } from '#renderer/ui/links.tsx';
import { PageHeader } from '#renderer/ui/page-header.tsx';
import { paths } from '#renderer/ui/paths.ts';
import { QueryStates } from '#renderer/ui/query-states.tsx';
import { EmptyState } from '#renderer/ui/states.tsx';
import type { PersonOnRecord } from '#shared/domain/supervision/person.ts';
import { keptDrafts } from './drafts.ts';
import { QueueRun } from './queue-run.tsx';
import { WhoReviews } from './who-reviews.tsx';

/** Reviewing one doctor's evidence, one item after another. */
export function QueueScreen() {
  const { portfolio, portfolioId, pack } = usePortfolio();
  const about = useQuery(api.supervisor.doctor.queryOptions({ input: { portfolioId } }));
  const [visitor, setVisitor] = useState<PersonOnRecord | null>(null);
  return (
    <>
      <PageHeader
        title="Review evidence"
        intro={`${portfolio.doctor.name}, ${pack.specialty}`}
        actions={
          visitor === null ? (
            <LinkButton to={paths.supervision} variant="default">
              All my doctors
            </LinkButton>
          ) : (
            <>
              <Text size="sm">{visitor.name} reviews in person</Text>
              <Button variant="default" onClick={() => setVisitor(null)}>
                End
              </Button>
            </>
          )
        }
      />
      <QueryStates query={about} what="what waits">
        {({ own }) =>
          own && visitor === null ? (
            <WhoReviews doctor={portfolio.doctor} onWho={setVisitor} />
          ) : (
            <Waiting key={visitor?.name ?? ''} inPerson={visitor} />
          )
        }
      </QueryStates>
    </>
  );
}

function Waiting({ inPerson }: { readonly inPerson: PersonOnRecord | null }) {
  const { portfolioId } = usePortfolio();
  const { data: status } = useStatus();
  const [round, setRound] = useState(0);
  const query = useQuery(api.supervisor.queue.queryOptions({ input: { portfolioId, inPerson } }));
  // What waits now is followed while one goes through it; what waited at the beginning stays the plan.
  const [begun, setBegun] = useState(false);
  const me = inPerson ?? {
    name: status?.profile?.name ?? '',
    gmcNumber: status?.profile?.gmcNumber ?? null,
    role: '',
  };
  const textKey = `feedback/${portfolioId}${inPerson === null ? '' : '/here'}`;
  return (
    <QueryStates query={query} what="what waits">
      {({ items, total }) => {
        if (items.length === 0 && !begun)
          return (
            <EmptyState icon={IconInbox} title="Nothing waits for you here">
              You have looked at everything that came, as it is now. When the doctor sends you something new,
              or changes what you returned, it waits here.
            </EmptyState>
          );
        return (
          <>
            {total > items.length ? (
              <Text size="sm" mb="sm">
                {count(total, 'item')} wait: these are the first {items.length}.
              </Text>
            ) : null}
            <KeptText
              key={round}
              textKey={textKey}
              about={(kept) =>
                [...keptDrafts(kept).values()].map(({ comment }) => comment).find(Boolean) ?? ''
              }
            >
              {(kept) => (
                <QueueRun
                  waiting={items}
                  me={me}
                  inPerson={inPerson}
                  textKey={textKey}
                  kept={kept}
                  onBegun={() => setBegun(true)}
                  onAgain={() => setRound((before) => before + 1)}
                />
              )}
            </KeptText>
          </>
        );
      }}
    </QueryStates>
  );
}
