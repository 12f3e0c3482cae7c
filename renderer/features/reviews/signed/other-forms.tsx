import { Button, Group, Stack, Text } from '@mantine/core';
import { IconFileText, IconMessage } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { api } from '#renderer/api/client.ts';
import { saveOutgoing } from '#renderer/api/downloads.ts';
import { usePortfolio } from '#renderer/api/portfolio-context.tsx';
import { Section } from '#renderer/ui/section.tsx';
import { FailedState } from '#renderer/ui/states.tsx';
import type { Review } from '#shared/domain/review.ts';

/** What is printed of a signed review besides its report. */
export function OtherForms({ review }: { readonly review: Review }) {
  const { portfolioId } = usePortfolio();
  const save = ({ fileId, name }: { readonly fileId: string; readonly name: string }) =>
    saveOutgoing(fileId, name);
  const quiet = { meta: { refresh: false }, onSuccess: save };
  const short = useMutation({ ...api.papers.shortForm.mutationOptions(), ...quiet });
  const response = useMutation({ ...api.papers.response.mutationOptions(), ...quiet });
  const asked = { portfolioId, id: review.id };
  const error = short.error ?? response.error;
  return (
    <Section
      title="To print and hand round"
      intro="Both name the signed report by its fingerprint. Neither is signed, and neither takes its place."
    >
      <Stack gap="sm">
        <Group gap="sm">
          <Button
            variant="default"
            leftSection={<IconFileText size={18} aria-hidden />}
            loading={short.isPending}
            onClick={() => short.mutate(asked)}
          >
            Two-page short form (PDF)
          </Button>
          <Button
            variant="default"
            leftSection={<IconMessage size={18} aria-hidden />}
            loading={response.isPending}
            onClick={() => response.mutate(asked)}
          >
            Doctor’s response (PDF)
          </Button>
        </Group>
        <Text size="sm" c="dimmed">
          The doctor answers after the report was signed, so the response is a page of its own. Where nothing
          was written in Waymark, it has room to write by hand.
        </Text>
        {error === null ? null : <FailedState error={error} />}
      </Stack>
    </Section>
  );
}
