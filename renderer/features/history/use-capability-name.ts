import { usePortfolio } from '#renderer/api/portfolio-context.tsx';

/** A capability's code with its title; the code alone for one this guidance does not have. */
export function useCapabilityName(): (code: string) => string {
  const { pack } = usePortfolio();
  return (code) => {
    const known = pack.capabilities.find((capability) => capability.code === code);
    return known === undefined ? code : `${code} ${known.title}`;
  };
}
