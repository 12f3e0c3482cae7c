import { useQuery } from '@tanstack/react-query';
import { api } from '#renderer/api/client.ts';
import { KeptText } from '#renderer/forms/kept-text.tsx';
import { QueryStates } from '#renderer/ui/query-states.tsx';
import { Section } from '#renderer/ui/section.tsx';
import type { Portfolio } from '#shared/domain/portfolio.ts';
import { WorkingLifeForm, workingLifeTextKey } from './working-life-form.tsx';

/** Breaks and working time, with what they do to the window. */
export function WorkingLife(props: { readonly portfolio: Portfolio }) {
  const { portfolio } = props;
  const pack = useQuery(
    api.guidance.get.queryOptions({
      input: { packId: portfolio.packId },
      staleTime: Number.POSITIVE_INFINITY,
    }),
  );
  return (
    <Section
      title="Breaks and working time"
      intro="Leave, illness and career breaks stop the clock of the window and of your plan. They travel with the portfolio when you send it: “leave” is reason enough."
    >
      <QueryStates query={pack} what="the guidance" rows={2}>
        {(found) => (
          <KeptText textKey={workingLifeTextKey(portfolio.id)}>
            {(kept) => <WorkingLifeForm portfolio={portfolio} pack={found} kept={kept} />}
          </KeptText>
        )}
      </QueryStates>
    </Section>
  );
}
