import { Button, Paper, Stack, Title } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { z } from 'zod';
import { api, client } from '#renderer/api/client.ts';
import { usePortfolio } from '#renderer/api/portfolio-context.tsx';
import { type Signing, SigningForm } from '#renderer/forms/signing/signing-form.tsx';
import { SigningIntro } from '#renderer/forms/signing/signing-intro.tsx';
import type { Standing } from '#renderer/forms/signing/signing-schema.ts';
import { OptionalTextField, TextField } from '#renderer/forms/text-fields.tsx';
import { useZodForm } from '#renderer/forms/use-zod-form.ts';
import { ZodForm } from '#renderer/forms/zod-form.tsx';
import { type SealSigner, sealSignerSchema } from '#shared/domain/seals.ts';

// Below a name of its own: fields are found by theirs, and the item's form on the same page has a role too.
const schema = z.strictObject({ assessor: sealSignerSchema });

type Assessor = { readonly signer: SealSigner; readonly standing: Standing };

/** Who is present: asked first, since it decides which passphrase is theirs. */
function WhoSigns(props: { readonly onKnown: (assessor: Assessor) => void; readonly onCancel: () => void }) {
  const form = useZodForm(schema, { assessor: { name: '', gmcNumber: null, role: '' } });
  const standing = useMutation({
    mutationFn: async (signer: SealSigner): Promise<Assessor> => {
      const { name, gmcNumber } = signer;
      return { signer, ...(await client.seals.standing({ name, gmcNumber })) };
    },
    meta: { refresh: false },
  });
  return (
    <ZodForm
      form={form}
      onSubmit={async ({ assessor }) => props.onKnown(await standing.mutateAsync(assessor))}
      submit="Go on"
      labels={{
        'assessor.name': 'Assessor’s name',
        'assessor.gmcNumber': 'GMC number',
        'assessor.role': 'Post',
      }}
      failure={standing.error}
      busy={standing.isPending}
      others={
        <Button variant="default" onClick={props.onCancel}>
          Cancel
        </Button>
      }
    >
      <TextField
        form={form}
        name="assessor.name"
        label="Assessor’s name"
        required
        maw="28rem"
        maxLength={120}
      />
      <TextField
        form={form}
        name="assessor.role"
        label="Post"
        description="For example: consultant in acute medicine."
        required
        maw="28rem"
        maxLength={160}
      />
      <OptionalTextField
        form={form}
        name="assessor.gmcNumber"
        label="GMC number"
        description="7 digits, if they have one."
        inputMode="numeric"
        maw="12rem"
      />
    </ZodForm>
  );
}

/** The assessor's own signature over the item as it is saved. */
export function SignOffForm(props: { readonly itemId: string; readonly onDone: () => void }) {
  const { itemId, onDone } = props;
  const { portfolioId } = usePortfolio();
  const [assessor, setAssessor] = useState<Assessor | null>(null);
  const [forgotten, setForgotten] = useState(false);
  const sign = useMutation(api.seals.sign.mutationOptions());
  const signer = assessor?.signer;
  const standing = forgotten ? 'new' : assessor?.standing;
  const submit = async (signing: Signing) => {
    if (signer === undefined) return;
    await sign.mutateAsync({
      kind: 'in-person',
      portfolioId,
      id: itemId,
      signer,
      newKey: forgotten,
      ...signing,
    });
    onDone();
  };
  const canForget = standing === 'known';
  return (
    <Paper withBorder radius="md" p="md">
      <Stack gap="sm">
        <Title order={3} size="h4">
          {signer === undefined ? 'Who signs' : `${signer.name} signs`}
        </Title>
        {signer === undefined || standing === undefined ? (
          <WhoSigns onKnown={setAssessor} onCancel={onDone} />
        ) : (
          <>
            <SigningIntro standing={standing} name={signer.name} where="The sign-off" />
            <SigningForm
              key={standing}
              called={signer.name}
              standing={standing}
              submit="Sign this item off"
              checkHint="This is kept with the sign-off, with whose device it was made on."
              pending="Signing…"
              busy={sign.isPending}
              error={sign.error}
              onSign={submit}
              {...(canForget ? { onForgotten: () => setForgotten(true) } : {})}
              others={
                <Button variant="default" onClick={onDone}>
                  Cancel
                </Button>
              }
            />
          </>
        )}
      </Stack>
    </Paper>
  );
}
