import { Stack, Text } from '@mantine/core';
import { IconUserCheck, IconUserQuestion } from '@tabler/icons-react';
import { grouped } from '#renderer/text/format.ts';
import { remarkWords, signerWords } from '#renderer/text/signer-words.ts';
import type { ShownSignature } from '#shared/domain/signer-standing.ts';
import classes from './signer-standing.module.css';
import { ToneBadge } from './tone-badge.tsx';

const icons = { good: IconUserCheck, info: IconUserCheck, warn: IconUserQuestion } as const;

/** Whether anybody here knows the key of a signature, and what to do where nobody does. */
export function SignerKnown(props: {
  readonly signature: Pick<ShownSignature, 'name' | 'standing' | 'organisation'>;
}) {
  const { tone, label, advice } = signerWords(props.signature);
  return (
    <Stack gap={4} align="flex-start">
      <ToneBadge tone={tone} icon={icons[tone]}>
        {label}
      </ToneBadge>
      <Text size="sm">{advice}</Text>
    </Stack>
  );
}

/** Who a signature is by as far as this vault can tell, what is odd about it, and the fingerprint to compare. */
export function SignerStandingView({ signature }: { readonly signature: ShownSignature }) {
  const { certificate, certifiedName, name, remarks } = signature;
  return (
    <Stack gap={4}>
      <SignerKnown signature={signature} />
      {remarks.map((remark) => (
        <Text key={remark} size="sm">
          {remarkWords[remark]}
        </Text>
      ))}
      {certifiedName === name || certifiedName === '' ? null : (
        <Text size="sm">The name in the key is {certifiedName}.</Text>
      )}
      <Text size="xs" c="dimmed">
        Signer’s fingerprint <code className={classes.hash}>{grouped(certificate)}</code>
      </Text>
    </Stack>
  );
}
