import { Text } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { api } from '#renderer/api/client.ts';
import { usePortfolio } from '#renderer/api/portfolio-context.tsx';
import { signerWords } from '#renderer/text/signer-words.ts';
import { Note } from '#renderer/ui/note.tsx';
import type { Review } from '#shared/domain/review.ts';
import { isVouchedFor } from '#shared/domain/signer-standing.ts';

/** Beside the outcome: that nobody here has made sure who signed it. Silent where somebody has. */
export function ChairCaution({ review }: { readonly review: Review }) {
  const { portfolioId } = usePortfolio();
  const query = useQuery(
    api.reviews.signers.queryOptions({ input: { portfolioId, id: review.id }, staleTime: 0 }),
  );
  const chair = review.panel.find(({ role }) => role === 'chair');
  const signature = query.data?.find(({ member }) => member === chair?.id)?.signature ?? null;
  if (signature === null || isVouchedFor(signature.standing)) return null;
  const { label, advice } = signerWords(signature);
  return (
    <Note
      tone="warn"
      icon={IconAlertTriangle}
      title={`You have not confirmed the chair’s signature. ${label}`}
    >
      <Text size="sm">{advice}</Text>
    </Note>
  );
}
