import { Stack } from '@mantine/core';
import { IconChecks } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { api } from '#renderer/api/client.ts';
import { numberWords } from '#renderer/text/format.ts';
import { Disclosure } from '#renderer/ui/disclosure.tsx';
import { LinkButton } from '#renderer/ui/links.tsx';
import { PageHeader } from '#renderer/ui/page-header.tsx';
import { paths } from '#renderer/ui/paths.ts';
import { QueryStates } from '#renderer/ui/query-states.tsx';
import { EmptyState } from '#renderer/ui/states.tsx';
import { AskedCard } from './asked-card.tsx';

/** What doctors asked of the owner of this vault. */
export function AskedScreen() {
  const query = useQuery(api.requests.askedOfMe.queryOptions());
  return (
    <>
      <PageHeader
        title="Asked of me"
        intro="Requests to sign evidence off that came as files. You sign with your own key; a reply takes it back."
        actions={
          <LinkButton to={paths.receive} variant="default">
            Receive a request
          </LinkButton>
        }
      />
      <QueryStates query={query} what="what was asked of you" rows={4}>
        {(all) => {
          const open = all.filter(({ state }) => state === 'open');
          const closed = all.filter(({ state }) => state !== 'open');
          return (
            <Stack gap="md">
              {all.length === 0 ? (
                <EmptyState
                  icon={IconChecks}
                  title="Nobody has asked you for anything"
                  action={<LinkButton to={paths.receive}>Receive a request</LinkButton>}
                >
                  When a doctor gives you a request as a file, open it under Receive and keep it. It is here
                  then.
                </EmptyState>
              ) : null}
              {open.map((one) => (
                <AskedCard key={one.request.id} asked={one} />
              ))}
              {closed.length === 0 ? null : (
                <Stack gap="md">
                  {open.length === 0 ? (
                    closed.slice(0, 3).map((one) => <AskedCard key={one.request.id} asked={one} />)
                  ) : (
                    <Disclosure label={`Answered or closed (${numberWords(closed.length)})`}>
                      <Stack gap="md">
                        {closed.map((one) => (
                          <AskedCard key={one.request.id} asked={one} />
                        ))}
                      </Stack>
                    </Disclosure>
                  )}
                </Stack>
              )}
            </Stack>
          );
        }}
      </QueryStates>
    </>
  );
}
