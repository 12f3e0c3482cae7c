import { Button } from '@mantine/core';
import { IconArrowBack } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { api } from '#renderer/api/client.ts';
import { usePortfolio } from '#renderer/api/portfolio-context.tsx';
import { verdictWords } from '#renderer/text/feedback-words.ts';
import { FailedState } from '#renderer/ui/states.tsx';
import type { ShownFeedback } from '#shared/contract/feedback.ts';

/** Takes back what one said oneself, for as long as nobody has answered it. */
export function TakeBack({ one }: { readonly one: ShownFeedback }) {
  const { portfolioId } = usePortfolio();
  const withdraw = useMutation(api.feedback.withdraw.mutationOptions());
  if (!one.withdrawable) return null;
  return (
    <>
      <Button
        size="compact-xs"
        variant="default"
        leftSection={<IconArrowBack size={14} aria-hidden />}
        loading={withdraw.isPending}
        onClick={() => withdraw.mutate({ portfolioId, id: one.id })}
        aria-label={`Take back: ${verdictWords[one.verdict]}`}
      >
        Take back
      </Button>
      {withdraw.isError ? <FailedState error={withdraw.error} /> : null}
    </>
  );
}
