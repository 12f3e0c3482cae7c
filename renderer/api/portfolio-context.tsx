import { createContext, type ReactNode, useContext } from 'react';
import type { GuidancePack } from '#shared/domain/guidance-pack.ts';
import type { Portfolio } from '#shared/domain/portfolio.ts';

/** The portfolio all screens are about, with its guidance. */
export type CurrentPortfolio = {
  readonly portfolio: Portfolio;
  readonly portfolioId: string;
  readonly pack: GuidancePack;
};

const PortfolioContext = createContext<CurrentPortfolio | null>(null);

export function PortfolioProvider(props: { readonly value: CurrentPortfolio; readonly children: ReactNode }) {
  return <PortfolioContext value={props.value}>{props.children}</PortfolioContext>;
}

/** The current portfolio. Only for screens whose route is under the portfolio layout. */
export function usePortfolio(): CurrentPortfolio {
  const current = useContext(PortfolioContext);
  if (current === null) throw new Error('usePortfolio outside the portfolio layout');
  return current;
}
