import { Button, Stack, Text } from '@mantine/core';
import { IconLock } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { useWatch } from 'react-hook-form';
import { api } from '#renderer/api/client.ts';
import { failureOf } from '#renderer/api/failures.ts';
import { RadioField } from '#renderer/forms/choice-fields.tsx';
import { PassphraseHint } from '#renderer/forms/passphrase-hint.tsx';
import { PassphraseField } from '#renderer/forms/text-fields.tsx';
import { useZodForm } from '#renderer/forms/use-zod-form.ts';
import { ZodForm } from '#renderer/forms/zod-form.tsx';
import { identityCheckWords } from '#renderer/text/review-words.ts';
import { Note } from '#renderer/ui/note.tsx';
import { Section } from '#renderer/ui/section.tsx';
import { identityChecks } from '#shared/domain/review.ts';
import type { Holding } from '../hold/holding.ts';
import { chairOf } from '../people.ts';
import { passphraseLabels, SignIntro } from './sign-intro.tsx';
import { type SignChoice, type Standing, signSchema } from './sign-schema.ts';

const checks = identityChecks
  .filter((check) => check !== 'own-profile')
  .map((check) => ({ value: check, label: identityCheckWords[check] }));

/** The chair's signature. */
export function SignForm(props: {
  readonly holding: Holding;
  readonly standing: Standing;
  /** Given to a chair who has a passphrase here, for when it is forgotten. */
  readonly onForgotten?: () => void;
  /** True once they have said so: the key is made anew. */
  readonly newKey?: boolean;
}) {
  const { holding, standing, onForgotten, newKey = false } = props;
  const { portfolioId, review, judgements, conclusion } = holding;
  const chair = chairOf(review)?.name ?? '';
  const sign = useMutation(api.reviews.sign.mutationOptions({ scope: { id: `review ${review.id}` } }));
  const form = useZodForm(signSchema(standing), { passphrase: '', again: '', identityCheck: null });
  const passphrase = useWatch({ control: form.control, name: 'passphrase' });
  const label = passphraseLabels[standing];

  const submit = async ({ passphrase: chosen, identityCheck }: SignChoice) => {
    const saved = await Promise.all([judgements.saver.flush(), conclusion.saver.flush()]);
    if (saved.includes(false)) return;
    const input = {
      portfolioId,
      id: review.id,
      passphrase: chosen,
      identityCheck: identityCheck ?? ('own-profile' as const),
      newKey,
    };
    await sign.mutateAsync(input).catch((fault: unknown) => {
      const code = failureOf(fault)?.code;
      if (code !== 'WRONG_PASSPHRASE' && code !== 'WEAK_PASSPHRASE') return;
      form.setError('passphrase', {
        message: code === 'WRONG_PASSPHRASE' ? 'wrong-passphrase' : 'passphrase-short',
      });
      form.setFocus('passphrase', { shouldSelect: true });
    });
  };
  const beside = ['WRONG_PASSPHRASE', 'WEAK_PASSPHRASE'].includes(failureOf(sign.error)?.code ?? '');
  return (
    <Section title={`${chair} signs`} intro={<SignIntro standing={standing} chair={chair} />}>
      <ZodForm
        form={form}
        onSubmit={submit}
        submit="Sign the review"
        summary={standing !== 'owner'}
        labels={{
          identityCheck: 'How the chair’s identity was checked',
          passphrase: label,
          again: 'Passphrase again',
        }}
        failure={beside ? null : sign.error}
        busy={sign.isPending}
      >
        {standing === 'owner' ? null : (
          <RadioField
            form={form}
            name="identityCheck"
            label="How the chair’s identity was checked"
            description="This is printed in the report, with whose device it was signed on."
            required
            choices={checks}
          />
        )}
        <Stack gap={6} maw="28rem">
          <PassphraseField form={form} name="passphrase" label={label} required isNew={standing === 'new'} />
          {standing === 'new' ? <PassphraseHint id="sign-hint" passphrase={passphrase} /> : null}
          {onForgotten === undefined ? null : (
            <Button variant="subtle" size="compact-sm" w="fit-content" onClick={onForgotten}>
              The chair has forgotten it
            </Button>
          )}
        </Stack>
        {standing === 'new' ? (
          <Stack maw="28rem">
            <PassphraseField form={form} name="again" label="Passphrase again" required isNew />
          </Stack>
        ) : null}
        <Note tone="warn" icon={IconLock} title="After signing, nothing of this review can be edited">
          Judgements, texts, actions and outcome are frozen, and the report is made from them. Evidence can
          still be added to the portfolio; it then belongs to the next review.
        </Note>
        <Text size="sm" role="status" c="dimmed">
          {sign.isPending
            ? 'Signing. The report is laid out, signed and kept; this takes a few seconds. Please leave Waymark open.'
            : ''}
        </Text>
      </ZodForm>
    </Section>
  );
}
