import { Button, Group, Stack, Text } from '@mantine/core';
import { IconBraces, IconFileTypePdf } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { type KeptFile, saveKeptFile } from '#renderer/api/downloads.ts';
import { usePortfolio } from '#renderer/api/portfolio-context.tsx';
import { wordsFor } from '#renderer/ui/words-for.ts';
import type { Review, SignOff } from '#shared/domain/review.ts';

const pdfOf = (heldOn: string, signOff: SignOff): KeptFile => ({
  hash: signOff.report,
  name: `waymark-report-${heldOn}.pdf`,
  mediaType: 'application/pdf',
});
const jsonOf = (heldOn: string, signOff: SignOff): KeptFile => ({
  hash: signOff.model,
  name: `waymark-report-${heldOn}.json`,
  mediaType: 'application/json',
});

/** Hands over the signed report, and its data where asked for. Says so when a file cannot be had. */
export function ReportDownloads(props: {
  readonly review: Review;
  /** In a list there is only the report, and a small button. */
  readonly small?: boolean;
}) {
  const { heldOn, signOff } = props.review;
  const { portfolioId } = usePortfolio();
  const save = useMutation({
    mutationFn: (file: KeptFile) => saveKeptFile(portfolioId, file),
    meta: { refresh: false },
  });
  if (signOff === null) return null;
  const small = props.small === true;
  const pdf = pdfOf(heldOn, signOff);
  const json = jsonOf(heldOn, signOff);
  return (
    <Stack gap={4} align="flex-start">
      <Group gap="xs">
        <Button
          variant={small ? 'default' : 'filled'}
          size={small ? 'xs' : 'sm'}
          leftSection={<IconFileTypePdf size={18} aria-hidden />}
          loading={save.isPending && save.variables.name === pdf.name}
          onClick={() => save.mutate(pdf)}
        >
          {small ? 'Save the report (PDF)' : 'Save the signed report (PDF)'}
        </Button>
        {small ? null : (
          <Button
            variant="default"
            leftSection={<IconBraces size={18} aria-hidden />}
            loading={save.isPending && save.variables.name === json.name}
            onClick={() => save.mutate(json)}
          >
            Save its data (JSON)
          </Button>
        )}
      </Group>
      {save.isError ? (
        <Text size="sm" c="var(--mantine-color-error)" role="alert">
          {wordsFor(save.error).what}. {wordsFor(save.error).next}
        </Text>
      ) : null}
    </Stack>
  );
}
