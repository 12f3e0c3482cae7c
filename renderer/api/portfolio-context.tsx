import { createContext, type ReactNode, useContext } from 'react';
import type { EvidenceTypeId } from '#shared/domain/evidence-types.ts';
import type { GuidancePack } from '#shared/domain/guidance-pack.ts';
import { typeTitle } from '#shared/domain/pack-types.ts';
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

/** What the portfolio's guidance calls a type of evidence. */
export function useTypeTitle(): (type: EvidenceTypeId) => string {
  const { pack } = usePortfolio();
  return (type) => typeTitle(pack, type);
}

/**
 * A capability's code with its title. Of one this guidance does not have: what it was called in the guidance it comes
 * from, and the code alone where nobody knows.
 */
export function useCapabilityName(): (code: string) => string {
  const { pack, portfolio } = usePortfolio();
  return (code) => {
    const known = pack.capabilities.find((capability) => capability.code === code);
    if (known !== undefined) return `${code} ${known.title}`;
    const former = portfolio.former?.find((one) => one.code === code);
    return former === undefined || former.title === '' ? code : `${code} (was: ${former.title})`;
  };
}
