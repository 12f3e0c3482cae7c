import { PageHeader } from '#renderer/ui/page-header.tsx';

export function NewPortfolioScreen() {
  return <PageHeader title="NewPortfolioScreen" />;
}
