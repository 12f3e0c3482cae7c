import { Button, Stack } from '@mantine/core';
import { IconPrinter } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { api } from '#renderer/api/client.ts';
import { saveOutgoing } from '#renderer/api/downloads.ts';
import { usePortfolio } from '#renderer/api/portfolio-context.tsx';
import { FailedState } from '#renderer/ui/states.tsx';

/** A form for a panel without a laptop: filled in as far as is known, or blank. */
export function PrintForm({ reviewId }: { readonly reviewId: string | null }) {
  const { portfolioId } = usePortfolio();
  const print = useMutation({
    ...api.papers.panelForm.mutationOptions(),
    meta: { refresh: false },
    onSuccess: ({ fileId, name }) => saveOutgoing(fileId, name),
  });
  return (
    <Stack gap="xs" align="flex-start">
      <Button
        variant="default"
        leftSection={<IconPrinter size={18} aria-hidden />}
        loading={print.isPending}
        onClick={() => print.mutate({ portfolioId, id: reviewId })}
      >
        {reviewId === null ? 'Blank panel form (PDF)' : 'Panel form to fill in by hand (PDF)'}
      </Button>
      {print.error === null ? null : <FailedState error={print.error} />}
    </Stack>
  );
}
