import { Button, Checkbox, Stack, Text } from '@mantine/core';
import { IconAlertTriangle, IconCircleCheck } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { z } from 'zod';
import { api, client } from '#renderer/api/client.ts';
import { usePortfolio } from '#renderer/api/portfolio-context.tsx';
import { uploadFile } from '#renderer/api/uploads.ts';
import { DateField } from '#renderer/forms/date-field.tsx';
import { TextField } from '#renderer/forms/text-fields.tsx';
import { showIssues, useZodForm } from '#renderer/forms/use-zod-form.ts';
import { ZodForm } from '#renderer/forms/zod-form.tsx';
import { today } from '#renderer/text/format.ts';
import { FileDrop } from '#renderer/ui/file-drop.tsx';
import { Note } from '#renderer/ui/note.tsx';
import { Section } from '#renderer/ui/section.tsx';
import { FailedState } from '#renderer/ui/states.tsx';
import type { ScanFinding, ShownRequest } from '#shared/contract/requests.ts';
import { isoDateSchema } from '#shared/domain/dates.ts';
import { lineSchema, optionalLineSchema } from '#shared/domain/text.ts';

const formSchema = z.strictObject({
  signedBy: lineSchema(120),
  signedOn: isoDateSchema,
  institution: optionalLineSchema(160),
});
const labels = { signedBy: 'Signed by', signedOn: 'Signed on', institution: 'Institution' };
type Scan = { readonly file: File; readonly uploadId: string; readonly found: readonly ScanFinding[] };

function Confirm(props: { readonly scan: Scan; readonly shown: ShownRequest; readonly onDone: () => void }) {
  const { scan, shown, onDone } = props;
  const { portfolioId } = usePortfolio();
  const { request, items } = shown;
  const [chosen, setChosen] = useState<readonly string[]>(items.map(({ id }) => id));
  const form = useZodForm(formSchema, {
    signedBy: request.assessor.name,
    signedOn: today(),
    institution: '',
  });
  const keep = useMutation({
    ...api.requests.keepScan.mutationOptions(),
    onSuccess: onDone,
    onError: (fault) => showIssues(form, fault),
  });
  return (
    <ZodForm
      form={form}
      labels={labels}
      submit="Keep it with these items"
      busy={keep.isPending}
      failure={keep.error}
      others={
        <Button variant="default" onClick={onDone}>
          Put it away
        </Button>
      }
      onSubmit={(value) =>
        keep
          .mutateAsync({
            ...value,
            portfolioId,
            id: request.id,
            uploadId: scan.uploadId,
            name: scan.file.name,
            items: [...chosen],
          })
          .catch(() => undefined)
      }
    >
      <Checkbox.Group
        label="Which items are signed off on the paper?"
        description="Look at the ticks on the paper. What you leave out stays open."
        value={[...chosen]}
        onChange={setChosen}
      >
        <Stack gap="xs" mt="xs">
          {items.map(({ id, title }) => (
            <Checkbox key={id} value={id} label={title} />
          ))}
        </Stack>
      </Checkbox.Group>
      <TextField form={form} name="signedBy" label="Signed by" required />
      <DateField form={form} name="signedOn" label="Signed on" required />
      <TextField
        form={form}
        name="institution"
        label="Institution"
        description="With an institution, the items also count as verified there. Leave it empty if that is not so."
      />
    </ZodForm>
  );
}

const faultWords: Record<Exclude<ScanFinding['status'], 'open'>, string> = {
  answered: 'This form belongs to a request that is answered already. Nothing more is needed.',
  cancelled:
    'This form belongs to a request that was cancelled. Ask again, or keep the paper with the item by hand.',
  unknown:
    'This form belongs to no request of this portfolio. Is it another doctor’s, or another portfolio’s?',
};

function Found(props: { readonly scan: Scan; readonly onDone: () => void }) {
  const { scan, onDone } = props;
  const open = scan.found.find(({ status, shown }) => status === 'open' && shown !== null);
  if (open?.shown != null)
    return (
      <Stack gap="md">
        <Note tone="good" icon={IconCircleCheck} role="status" title="The form was recognised">
          <Text size="sm">
            It is your request to {open.shown.request.assessor.name}. Say what you see on it.
          </Text>
        </Note>
        <Confirm scan={scan} shown={open.shown} onDone={onDone} />
      </Stack>
    );
  const [other] = scan.found;
  const words =
    other === undefined || other.status === 'open'
      ? 'No code of a printed form was found in it. Scan the whole page, flat and in focus, at 150 dpi or more.'
      : faultWords[other.status];
  return (
    <Stack gap="md" align="flex-start">
      <Note tone="warn" icon={IconAlertTriangle} role="status" title="Nothing was kept">
        <Text size="sm">{words}</Text>
      </Note>
      <Button variant="default" onClick={onDone}>
        Choose another
      </Button>
    </Stack>
  );
}

/** A signed form comes back: its code finds the request, the doctor says what is on it. */
export function ScanPart() {
  const { portfolioId } = usePortfolio();
  const read = useMutation({
    meta: { refresh: false },
    mutationFn: async (file: File): Promise<Scan> => {
      const uploadId = await uploadFile(file);
      const { found } = await client.requests.scanned({ portfolioId, uploadId });
      return { file, uploadId, found };
    },
  });
  return (
    <Section
      title="A signed form came back"
      intro="Scan or photograph the whole page. Its code says which request and which items it belongs to."
    >
      <div aria-live="polite">
        {read.data === undefined ? (
          <Stack gap="md">
            <FileDrop
              label={read.isPending ? 'Reading it …' : 'Choose the scan'}
              hint="A PDF or a picture. Nothing is kept before you have looked at it."
              multiple={false}
              accept="application/pdf,image/*"
              disabled={read.isPending}
              onFiles={([file]) => {
                if (file !== undefined) read.mutate(file);
              }}
            />
            {read.error === null ? null : <FailedState error={read.error} />}
          </Stack>
        ) : (
          <Found scan={read.data} onDone={() => read.reset()} />
        )}
      </div>
    </Section>
  );
}
