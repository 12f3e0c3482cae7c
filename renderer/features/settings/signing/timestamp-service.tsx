import { Button, Stack, Text } from '@mantine/core';
import { IconWorld } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { z } from 'zod';
import { api } from '#renderer/api/client.ts';
import { TextField } from '#renderer/forms/text-fields.tsx';
import { useZodForm } from '#renderer/forms/use-zod-form.ts';
import { ZodForm } from '#renderer/forms/zod-form.tsx';
import { Note } from '#renderer/ui/note.tsx';
import { Section } from '#renderer/ui/section.tsx';
import { ToneBadge } from '#renderer/ui/tone-badge.tsx';
import { timestampServiceSchema } from '#shared/domain/timestamp-service.ts';

const schema = z.strictObject({ address: timestampServiceSchema });

/** Off unless the owner writes an address: the one thing of Waymark that uses a network. */
export function TimestampService({ address }: { readonly address: string | null }) {
  const form = useZodForm(schema, { address: address ?? '' });
  const set = useMutation(api.signing.setTimestampService.mutationOptions());
  const save = async (input: { readonly address: string | null }) => {
    // What was refused is shown by the form.
    await set.mutateAsync(input).catch(() => undefined);
  };
  return (
    <Section
      title="Timestamps"
      intro="A signature says when it was made by your computer’s own clock. A timestamp service can confirm that time."
      actions={
        address === null ? (
          <ToneBadge tone="neutral">Off</ToneBadge>
        ) : (
          <ToneBadge tone="info" icon={IconWorld}>
            On
          </ToneBadge>
        )
      }
    >
      <ZodForm
        form={form}
        onSubmit={save}
        submit={address === null ? 'Switch timestamps on' : 'Save the address'}
        summary={false}
        labels={{ address: 'Address of the service' }}
        failure={set.error}
        busy={set.isPending}
        others={
          address === null ? undefined : (
            <Button variant="default" onClick={() => void save({ address: null })}>
              Switch timestamps off
            </Button>
          )
        }
      >
        <TextField
          form={form}
          name="address"
          label="Address of the service"
          description="From your organisation, for example https://timestamp.example.org/"
          required
          maw="32rem"
        />
        <Note tone="info" icon={IconWorld} title="What leaves this computer">
          <Stack gap={4}>
            <Text size="sm">
              Only while this is on, and only at the moment of signing a report: a hash of the signature,
              which says nothing about the report or anybody in it.
            </Text>
            <Text size="sm">
              If the service does not answer, nothing is signed; switch timestamps off and sign without one.
              Everything else of Waymark works without any network.
            </Text>
          </Stack>
        </Note>
      </ZodForm>
    </Section>
  );
}
