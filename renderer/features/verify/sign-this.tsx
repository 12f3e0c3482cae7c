import { Button, Group, Stack, Text } from '@mantine/core';
import { IconDownload } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { z } from 'zod';
import { client } from '#renderer/api/client.ts';
import { saveOutgoing } from '#renderer/api/downloads.ts';
import { isFailureCode } from '#renderer/api/failures.ts';
import { useStatus } from '#renderer/api/status.ts';
import { uploadFile } from '#renderer/api/uploads.ts';
import { RadioField } from '#renderer/forms/choice-fields.tsx';
import { PassphraseField } from '#renderer/forms/text-fields.tsx';
import { useZodForm } from '#renderer/forms/use-zod-form.ts';
import { ZodForm } from '#renderer/forms/zod-form.tsx';
import { panelRoleWords } from '#renderer/text/review-words.ts';
import { Section } from '#renderer/ui/section.tsx';
import { wordsFor } from '#renderer/ui/words-for.ts';
import type { Profile } from '#shared/domain/profile.ts';
import { isSamePerson } from '#shared/domain/signature-places.ts';
import type { Verdict } from '#shared/domain/verdict.ts';

const schema = z.strictObject({
  fieldName: z.string({ error: 'choice' }).min(1, { error: 'choice' }),
  passphrase: z.string().min(1, { error: 'required' }).max(1024, { error: 'too-long' }),
});
type Places = Verdict['fields'];
type Props = { readonly file: File; readonly verdict: Verdict };

const placeWords = ({ member, label }: Places[number]) =>
  member === null ? label : `${member.name}, ${panelRoleWords[member.role].toLowerCase()}`;

/** Offers the owner of this vault to sign a report that holds and has a place still empty. */
export function SignThis({ file, verdict }: Props) {
  const { data: status } = useStatus();
  const owner = status?.profile;
  const open = verdict.fields.filter((field) => !field.signed);
  if (verdict.status !== 'valid' || open.length === 0) return null;
  if (status?.state !== 'open' || owner == null)
    return (
      <Section title="Sign this report">
        <Text size="sm">
          If one of these places is yours, unlock your Waymark first, then choose the file again.
        </Text>
      </Section>
    );
  return <SignForm file={file} open={open} owner={owner} />;
}

function SignForm(props: { readonly file: File; readonly open: Places; readonly owner: Profile }) {
  const { file, open, owner } = props;
  const own = open.find(({ member }) => member !== null && isSamePerson(member, owner));
  const form = useZodForm(schema, { fieldName: own?.fieldName ?? '', passphrase: '' });
  const sign = useMutation({
    mutationFn: async (choice: { readonly fieldName: string; readonly passphrase: string }) => {
      const uploadId = await uploadFile(file);
      const signed = await client.verify.sign({ uploadId, ...choice });
      await saveOutgoing(signed.id, signed.name);
      return signed;
    },
    meta: { refresh: false },
  });
  const save = useMutation({
    mutationFn: (made: { readonly id: string; readonly name: string }) => saveOutgoing(made.id, made.name),
    meta: { refresh: false },
  });
  const { data: signed } = sign;
  if (signed !== undefined)
    return (
      <Section title="Signed">
        <Stack gap="sm" role="status">
          <Text size="sm">
            The report with your signature was saved as {signed.name}. Send that file back to the doctor, who
            brings it in under the review. The file you opened is as it was.
          </Text>
          <Group>
            <Button
              variant="default"
              leftSection={<IconDownload size={18} aria-hidden />}
              loading={save.isPending}
              onClick={() => save.mutate(signed)}
            >
              Save it again
            </Button>
          </Group>
          {save.isError ? (
            <Text size="sm" c="var(--mantine-color-error)" role="alert">
              {wordsFor(save.error).what}. {wordsFor(save.error).next}
            </Text>
          ) : null}
        </Stack>
      </Section>
    );
  const submit = async (choice: z.output<typeof schema>) => {
    await sign.mutateAsync(choice).catch((fault: unknown) => {
      if (!isFailureCode(fault, 'WRONG_PASSPHRASE')) return;
      form.setError('passphrase', { message: 'wrong-passphrase' });
      form.setFocus('passphrase', { shouldSelect: true });
    });
  };
  return (
    <Section
      title="Sign this report"
      intro={
        own === undefined
          ? `None of the open places is in your name (${owner.name}). Sign only where you are meant, perhaps under another spelling.`
          : 'There is a place for you. Read the report before you sign it: your signature covers all of it.'
      }
    >
      <ZodForm
        form={form}
        onSubmit={submit}
        submit="Sign and save"
        labels={{ fieldName: 'Your place', passphrase: 'Your passphrase' }}
        failure={isFailureCode(sign.error, 'WRONG_PASSPHRASE') ? null : sign.error}
        busy={sign.isPending}
      >
        <RadioField
          form={form}
          name="fieldName"
          label="Your place"
          required
          choices={open.map((field) => ({ value: field.fieldName, label: placeWords(field) }))}
        />
        <Stack maw="28rem">
          <PassphraseField form={form} name="passphrase" label="Your passphrase" required isNew={false} />
        </Stack>
      </ZodForm>
    </Section>
  );
}
