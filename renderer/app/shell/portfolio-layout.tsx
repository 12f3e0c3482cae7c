import { useQuery } from '@tanstack/react-query';
import { Outlet } from '@tanstack/react-router';
import { api } from '#renderer/api/client.ts';
import { useCurrentShelf } from '#renderer/api/current-shelf.ts';
import { PortfolioProvider } from '#renderer/api/portfolio-context.tsx';
import { FailedState, LoadingState } from '#renderer/ui/states.tsx';
import { NoPortfolioScreen } from '../screens/no-portfolio-screen.tsx';
import { ConflictBanner } from './conflict-banner.tsx';

/** Finds the portfolio in use and its guidance for all screens below. */
export function PortfolioLayout() {
  const { shelf, current } = useCurrentShelf();
  if (shelf.data === undefined) {
    return shelf.isError ? (
      <FailedState error={shelf.error} onRetry={() => void shelf.refetch()} />
    ) : (
      <LoadingState what="portfolios" />
    );
  }
  if (current === undefined) return <NoPortfolioScreen />;
  return <OpenPortfolio key={current.id} portfolioId={current.id} />;
}

function OpenPortfolio(props: { readonly portfolioId: string }) {
  const { portfolioId } = props;
  const portfolio = useQuery(api.portfolios.get.queryOptions({ input: { portfolioId } }));
  const pack = useQuery(api.guidance.inUse.queryOptions({ input: { portfolioId } }));
  if (portfolio.data !== undefined && pack.data !== undefined) {
    return (
      <PortfolioProvider value={{ portfolio: portfolio.data, portfolioId, pack: pack.data.pack }}>
        <ConflictBanner portfolioId={portfolioId} />
        <Outlet />
      </PortfolioProvider>
    );
  }
  const failed = portfolio.isError ? portfolio : pack.isError ? pack : undefined;
  if (failed !== undefined) return <FailedState error={failed.error} onRetry={() => void failed.refetch()} />;
  return <LoadingState what="the portfolio" />;
}
