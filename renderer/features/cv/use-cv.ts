import { useMutation } from '@tanstack/react-query';
import { api } from '#renderer/api/client.ts';
import { usePortfolio } from '#renderer/api/portfolio-context.tsx';
import type { CvChange } from '#shared/domain/cv/change.ts';

/** Changes what the CV says beside posts and evidence. */
export function useCvChange(onDone?: () => void) {
  const { portfolioId } = usePortfolio();
  const mutation = useMutation({
    ...api.cv.change.mutationOptions(),
    ...(onDone === undefined ? {} : { onSuccess: onDone }),
  });
  return {
    change: (change: CvChange) => mutation.mutate({ portfolioId, change }),
    error: mutation.error,
    busy: mutation.isPending,
  };
}

const anchorOf = (id: string): string => `post-${id}`;

/** Where a post stands on the screen. */
export const postAnchor = anchorOf;

/** Takes the reader to a post: it is scrolled to and gets the focus. */
export function goToPost(id: string): void {
  const element = document.getElementById(anchorOf(id));
  element?.scrollIntoView({ block: 'start' });
  element?.focus({ preventScroll: true });
}
