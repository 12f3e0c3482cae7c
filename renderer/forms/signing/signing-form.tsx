import { Button, Stack, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { useWatch } from 'react-hook-form';
import { failureOf } from '#renderer/api/failures.ts';
import { identityCheckWords } from '#renderer/text/review-words.ts';
import { type IdentityCheck, identityChecks } from '#shared/domain/review.ts';
import { RadioField } from '../choice-fields.tsx';
import { PassphraseHint } from '../passphrase-hint.tsx';
import { PassphraseField } from '../text-fields.tsx';
import { useZodForm } from '../use-zod-form.ts';
import { ZodForm } from '../zod-form.tsx';
import { passphraseLabels } from './signing-intro.tsx';
import { type SignChoice, type Standing, signSchema } from './signing-schema.ts';

const checks = identityChecks
  .filter((check) => check !== 'own-profile')
  .map((check) => ({ value: check, label: identityCheckWords[check] }));

export type Signing = { readonly passphrase: string; readonly identityCheck: IdentityCheck };

/**
 * Asks one person for what their signature needs: their own passphrase (chosen here the first time) and, unless they
 * own this vault, how their identity was checked.
 */
export function SigningForm(props: {
  /** How the person is spoken of: `the chair`, or a name. */
  readonly called: string;
  readonly standing: Standing;
  readonly submit: string;
  readonly checkHint: string;
  readonly pending: string;
  readonly busy: boolean;
  readonly error: unknown;
  /** Rejects with what the app refused. */
  readonly onSign: (signing: Signing) => Promise<unknown>;
  /** Given to somebody who has a passphrase here, for when it is forgotten. */
  readonly onForgotten?: () => void;
  readonly others?: ReactNode;
  readonly children?: ReactNode;
}) {
  const { called, standing, submit, checkHint, pending, busy, error, onSign, onForgotten } = props;
  const form = useZodForm(signSchema(standing), { passphrase: '', again: '', identityCheck: null });
  const passphrase = useWatch({ control: form.control, name: 'passphrase' });
  const label = passphraseLabels[standing];
  const checkLabel = `How ${called}’s identity was checked`;

  const sign = async ({ passphrase: chosen, identityCheck }: SignChoice) => {
    await onSign({ passphrase: chosen, identityCheck: identityCheck ?? 'own-profile' }).catch(
      (fault: unknown) => {
        const code = failureOf(fault)?.code;
        if (code !== 'WRONG_PASSPHRASE' && code !== 'WEAK_PASSPHRASE') return;
        form.setError('passphrase', {
          message: code === 'WRONG_PASSPHRASE' ? 'wrong-passphrase' : 'passphrase-short',
        });
        form.setFocus('passphrase', { shouldSelect: true });
      },
    );
  };
  const beside = ['WRONG_PASSPHRASE', 'WEAK_PASSPHRASE'].includes(failureOf(error)?.code ?? '');
  return (
    <ZodForm
      form={form}
      onSubmit={sign}
      submit={submit}
      summary={standing !== 'owner'}
      labels={{ identityCheck: checkLabel, passphrase: label, again: 'Passphrase again' }}
      failure={beside ? null : error}
      busy={busy}
      others={props.others}
    >
      {standing === 'owner' ? null : (
        <RadioField
          form={form}
          name="identityCheck"
          label={checkLabel}
          description={checkHint}
          required
          choices={checks}
        />
      )}
      <Stack gap={6} maw="28rem">
        <PassphraseField form={form} name="passphrase" label={label} required isNew={standing === 'new'} />
        {standing === 'new' ? <PassphraseHint id="sign-hint" passphrase={passphrase} /> : null}
        {onForgotten === undefined ? null : (
          <Button variant="subtle" size="compact-sm" w="fit-content" ml={-8} onClick={onForgotten}>
            {`${called.charAt(0).toUpperCase()}${called.slice(1)} has forgotten it`}
          </Button>
        )}
      </Stack>
      {standing === 'new' ? (
        <Stack maw="28rem">
          <PassphraseField form={form} name="again" label="Passphrase again" required isNew />
        </Stack>
      ) : null}
      {props.children}
      <Text size="sm" role="status" c="dimmed">
        {busy ? pending : ''}
      </Text>
    </ZodForm>
  );
}
