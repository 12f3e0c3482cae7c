import { useQuery } from '@tanstack/react-query';
import { api } from '#renderer/api/client.ts';

/** The words of a file, page by page, asked for when they are needed; undefined until they are there. */
export function useFileText(portfolioId: string, hash: string, wanted: boolean) {
  return useQuery(
    api.documents.text.queryOptions({
      input: { portfolioId, hash },
      enabled: wanted,
      staleTime: Number.POSITIVE_INFINITY,
    }),
  );
}
