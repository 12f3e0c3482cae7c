import { useQuery } from '@tanstack/react-query';
import { api } from '#renderer/api/client.ts';
import { usePortfolio } from '#renderer/api/portfolio-context.tsx';
import { QueryStates } from '#renderer/ui/query-states.tsx';
import type { Services } from '#shared/contract/services.ts';
import { FormSection } from '../form/form-section.tsx';
import { UsedIn } from './used-in.tsx';
import { WhoSees } from './who-sees.tsx';

export type WhereUsed = Awaited<ReturnType<Services['evidence']['whereUsed']>>;

/** Where an item goes: who can see it, and what names it. Closed to begin with: it is asked for, not worked on. */
export function WhereItGoes({ id }: { readonly id: string }) {
  const { portfolioId } = usePortfolio();
  const input = { portfolioId, id };
  const used = useQuery(api.evidence.whereUsed.queryOptions({ input, staleTime: 0 }));
  const item = useQuery(api.evidence.get.queryOptions({ input })).data;
  return (
    <>
      <FormSection
        name="visible"
        title="Who can see this"
        closed
        summary="Private, until you send it to somebody."
      >
        <QueryStates query={used} what="who can see it" rows={3}>
          {(found) => <WhoSees used={found} />}
        </QueryStates>
      </FormSection>
      <FormSection
        name="used"
        title="Where it is used"
        closed
        summary="Capabilities, reviews, reports and sign-offs."
      >
        <QueryStates query={used} what="where it is used" rows={3}>
          {(found) => <UsedIn id={id} used={found} links={item?.links ?? []} />}
        </QueryStates>
      </FormSection>
    </>
  );
}
