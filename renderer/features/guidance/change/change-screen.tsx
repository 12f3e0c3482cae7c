import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { api } from '#renderer/api/client.ts';
import { usePortfolio } from '#renderer/api/portfolio-context.tsx';
import { LinkButton } from '#renderer/ui/links.tsx';
import { PageHeader } from '#renderer/ui/page-header.tsx';
import { paths } from '#renderer/ui/paths.ts';
import { QueryStates } from '#renderer/ui/query-states.tsx';
import { ChangeForm } from './change-form.tsx';

/** What other guidance would change for this portfolio, and the way there. */
export function ChangeScreen() {
  const { id = '' } = useParams({ strict: false });
  const { portfolioId } = usePortfolio();
  const change = useQuery(api.guidance.compare.queryOptions({ input: { portfolioId, packId: id } }));
  return (
    <>
      <PageHeader
        title="Change of guidance"
        intro="Nothing changes until you move. Links you do not map stay as they are, and their items offer to give them a place later."
        actions={
          <LinkButton to={paths.guidance} variant="default">
            Back to guidance
          </LinkButton>
        }
      />
      <QueryStates query={change} what="the differences">
        {(found) => <ChangeForm key={`${found.to.id} ${found.to.version}`} change={found} />}
      </QueryStates>
    </>
  );
}
