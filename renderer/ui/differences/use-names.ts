import { useQuery } from '@tanstack/react-query';
import { api } from '#renderer/api/client.ts';
import { useCapabilityName, usePortfolio, useTypeTitle } from '#renderer/api/portfolio-context.tsx';
import type { Names } from './difference-words.ts';

/** What codes and ids in the versions of a record stand for now. */
export function useNames(): Names {
  const { portfolioId } = usePortfolio();
  const register = useQuery(api.registers.verifiers.queryOptions({ input: { portfolioId } })).data;
  const capability = useCapabilityName();
  const type = useTypeTitle();
  return {
    capability,
    type,
    verifier: (id) =>
      register?.verifiers.find((one) => one.id === id)?.name ?? 'Somebody no longer in the register',
  };
}
