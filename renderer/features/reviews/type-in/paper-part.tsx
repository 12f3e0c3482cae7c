import { Group, Stack, Text } from '@mantine/core';
import { IconFileCheck } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { z } from 'zod';
import { api } from '#renderer/api/client.ts';
import { usePortfolio } from '#renderer/api/portfolio-context.tsx';
import { DateField } from '#renderer/forms/date-field.tsx';
import { FieldScope } from '#renderer/forms/field-scope.ts';
import { useZodForm } from '#renderer/forms/use-zod-form.ts';
import { ZodForm } from '#renderer/forms/zod-form.tsx';
import { sizeWords } from '#renderer/text/format.ts';
import { FileDrop } from '#renderer/ui/file-drop.tsx';
import { Section } from '#renderer/ui/section.tsx';
import { UkDate } from '#renderer/ui/uk-date.tsx';
import { UploadList } from '#renderer/ui/upload-list.tsx';
import { useUploads } from '#renderer/ui/use-uploads.ts';
import { isoDateSchema } from '#shared/domain/dates.ts';
import type { Review } from '#shared/domain/review.ts';

const schema = z.strictObject({ on: isoDateSchema });

/** Of which day the paper is, who types it in, and its scan. */
export function PaperPart({ review }: { readonly review: Review }) {
  const { paper, heldOn, id } = review;
  const { portfolioId } = usePortfolio();
  const form = useZodForm(schema, { on: paper?.on ?? heldOn });
  const note = useMutation(api.papers.typedIn.mutationOptions());
  const keep = useMutation({ ...api.files.keep.mutationOptions(), meta: { refresh: false } });
  const save = async ({ on }: { readonly on: string }) => {
    // What was refused is shown by the form.
    await note.mutateAsync({ portfolioId, id, on, scan: paper?.scan ?? null }).catch(() => undefined);
  };
  const desk = useUploads(async (uploadId, file) => {
    const { hash, name, mediaType, size } = await keep.mutateAsync({
      portfolioId,
      uploadId,
      name: file.name,
    });
    const on = isoDateSchema.safeParse(form.getValues('on')).data ?? heldOn;
    await note.mutateAsync({ portfolioId, id, on, scan: { hash, name, mediaType, size } });
  });
  return (
    <Section
      title="The paper"
      intro="The report will say that the panel wrote on paper that day, and who typed it in. A scan is kept with the review and is no part of the report."
    >
      <Stack gap="md">
        {paper === undefined ? null : (
          <Group gap="xs" role="status">
            <IconFileCheck size={18} aria-hidden />
            <Text size="sm">
              Paper of <UkDate date={paper.on} />, typed in by {paper.typedBy}.
              {paper.scan === null
                ? ' No scan yet.'
                : ` Scan: ${paper.scan.name}, ${sizeWords(paper.scan.size)}.`}
            </Text>
          </Group>
        )}
        <FieldScope value="paper">
          <ZodForm
            form={form}
            onSubmit={save}
            submit={paper === undefined ? 'Note the paper' : 'Change the day'}
            summary={false}
            labels={{ on: 'Day of the paper' }}
            failure={note.error}
            busy={note.isPending}
          >
            <DateField form={form} name="on" label="Day of the paper" required />
          </ZodForm>
        </FieldScope>
        <FileDrop
          label={paper?.scan == null ? 'Add the scan' : 'Add another scan instead'}
          hint="or drop it here: one PDF or picture of all pages."
          multiple={false}
          accept="application/pdf,image/*"
          disabled={desk.busy}
          onFiles={(files) => {
            for (const old of desk.uploads) desk.cancel(old.key);
            desk.add(files.slice(0, 1));
          }}
        />
        <UploadList desk={desk} />
      </Stack>
    </Section>
  );
}
