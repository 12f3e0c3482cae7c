import { IconRoute } from '@tabler/icons-react';
import { LinkButton } from '#renderer/ui/links.tsx';
import { PageHeader } from '#renderer/ui/page-header.tsx';
import { paths } from '#renderer/ui/paths.ts';
import { EmptyState } from '#renderer/ui/states.tsx';

export function NoPortfolioScreen() {
  return (
    <>
      <PageHeader title="Home" />
      <EmptyState
        icon={IconRoute}
        title="Start with a portfolio"
        action={<LinkButton to={paths.newPortfolio}>Create a portfolio</LinkButton>}
      >
        A portfolio is one doctor’s whole record for one specialty. Choose the specialty’s guidance, and
        Waymark shows what is there and what is missing.
      </EmptyState>
    </>
  );
}
