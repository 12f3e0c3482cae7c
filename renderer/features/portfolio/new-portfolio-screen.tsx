import { useQuery } from '@tanstack/react-query';
import { api } from '#renderer/api/client.ts';
import { useStatus } from '#renderer/api/status.ts';
import { PageHeader } from '#renderer/ui/page-header.tsx';
import { QueryStates } from '#renderer/ui/query-states.tsx';
import { NewPortfolioForm } from './new-portfolio-form.tsx';

export function NewPortfolioScreen() {
  const packs = useQuery(api.guidance.list.queryOptions({ staleTime: Number.POSITIVE_INFINITY }));
  const { data: status } = useStatus();
  return (
    <>
      <PageHeader
        title="New portfolio"
        intro="One doctor’s whole record for one specialty. The guidance you choose decides what is counted."
      />
      <QueryStates query={packs} what="guidance">
        {(list) => <NewPortfolioForm packs={list} profile={status?.profile ?? null} />}
      </QueryStates>
    </>
  );
}
