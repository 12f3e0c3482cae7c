import { Stack } from '@mantine/core';
import { IconMailQuestion } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { api } from '#renderer/api/client.ts';
import { usePortfolio } from '#renderer/api/portfolio-context.tsx';
import { numberWords } from '#renderer/text/format.ts';
import { Disclosure } from '#renderer/ui/disclosure.tsx';
import { LinkButton } from '#renderer/ui/links.tsx';
import { PageHeader } from '#renderer/ui/page-header.tsx';
import { paths } from '#renderer/ui/paths.ts';
import { QueryStates } from '#renderer/ui/query-states.tsx';
import { EmptyState } from '#renderer/ui/states.tsx';
import { RequestCard } from './request-card.tsx';
import { ScanPart } from './scan-part.tsx';

/** The chase list: who was asked for what, since when, and what came of it. */
export function RequestsScreen() {
  const { portfolioId, portfolio } = usePortfolio();
  const query = useQuery(api.requests.list.queryOptions({ input: { portfolioId } }));
  return (
    <>
      <PageHeader
        title="Requests"
        intro={`What was asked of others for ${portfolio.doctor.name}. A request closes by itself when its answer is here.`}
        actions={
          <LinkButton to={paths.askedOfMe} variant="default">
            Asked of me
          </LinkButton>
        }
      />
      <Stack gap="md">
        <QueryStates query={query} what="the requests" rows={4}>
          {(all) => {
            const open = all.filter(({ state }) => state === 'open');
            const closed = all.filter(({ state }) => state !== 'open');
            return (
              <>
                {open.length === 0 ? (
                  <EmptyState
                    icon={IconMailQuestion}
                    title={closed.length === 0 ? 'Nothing was asked yet' : 'Nothing is waiting'}
                    action={<LinkButton to={paths.evidence}>Go to the evidence</LinkButton>}
                  >
                    Choose items in the evidence list, then “Ask for sign-off”. Whoever you ask needs no
                    account: a file, a printed form or your own laptop will do.
                  </EmptyState>
                ) : (
                  open.map((shown) => <RequestCard key={shown.request.id} shown={shown} />)
                )}
                {open.some(({ request }) => request.way === 'print') || closed.length > 0 ? (
                  <ScanPart />
                ) : null}
                {closed.length === 0 ? null : (
                  <Disclosure label={`Closed requests (${numberWords(closed.length)})`}>
                    <Stack gap="md">
                      {closed.map((shown) => (
                        <RequestCard key={shown.request.id} shown={shown} />
                      ))}
                    </Stack>
                  </Disclosure>
                )}
              </>
            );
          }}
        </QueryStates>
      </Stack>
    </>
  );
}
