import { Button, Group, Stack, Text } from '@mantine/core';
import { IconAlertTriangle, IconBuildingHospital, IconDeviceLaptop } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { api } from '#renderer/api/client.ts';
import { dayWords, grouped, today } from '#renderer/text/format.ts';
import { Facts } from '#renderer/ui/facts.tsx';
import { Note } from '#renderer/ui/note.tsx';
import { Section } from '#renderer/ui/section.tsx';
import { FailedState } from '#renderer/ui/states.tsx';
import { ToneBadge } from '#renderer/ui/tone-badge.tsx';
import type { CertificateFacts } from '#shared/domain/signing-keys.ts';
import { ImportKey } from './import-key.tsx';

function KeyFacts({ facts }: { readonly facts: CertificateFacts }) {
  return (
    <Facts
      facts={[
        ['In the name of', facts.name],
        ['Issued by', facts.issuer],
        ['Valid', `from ${dayWords(facts.validFrom)} to ${dayWords(facts.validTo)}`],
        ['Kind of key', facts.algorithm],
        ['Fingerprint', <code key="hash">{grouped(facts.certificate)}</code>],
      ]}
    />
  );
}

/** Which key the owner signs with, and a way to bring along one of an organisation, or go back to the device's. */
export function SigningKey(props: {
  readonly device: CertificateFacts;
  readonly organisation: CertificateFacts | null;
}) {
  const { device, organisation } = props;
  const [importing, setImporting] = useState(false);
  const remove = useMutation(api.signing.removeKey.mutationOptions());
  const ended = organisation !== null && organisation.validTo.slice(0, 10) < today();
  return (
    <Section
      title="Your signing key"
      intro="What you sign reports and seals with. Others who sign on this computer have keys of their own."
      actions={
        organisation === null ? (
          <ToneBadge tone="neutral" icon={IconDeviceLaptop}>
            Made on this device
          </ToneBadge>
        ) : (
          <ToneBadge tone="info" icon={IconBuildingHospital}>
            From your organisation
          </ToneBadge>
        )
      }
    >
      <Stack gap="md">
        <KeyFacts facts={organisation ?? device} />
        {ended ? (
          <Note tone="warn" icon={IconAlertTriangle} title="This certificate has ended">
            Signatures made with it will be remarked on. Bring in a new key, or go back to the device’s own.
          </Note>
        ) : null}
        {remove.isError ? <FailedState error={remove.error} /> : null}
        {importing ? (
          <ImportKey onDone={() => setImporting(false)} />
        ) : (
          <Group gap="sm">
            <Button variant="default" onClick={() => setImporting(true)}>
              {organisation === null
                ? 'Use a key from your organisation'
                : 'Use another key from your organisation'}
            </Button>
            {organisation === null ? null : (
              <Button variant="default" loading={remove.isPending} onClick={() => remove.mutate(undefined)}>
                Use this device’s own key again
              </Button>
            )}
          </Group>
        )}
        <Text size="sm" c="dimmed">
          Your card keeps the device’s own key, whichever you sign with. What was signed before stays as it
          is.
        </Text>
      </Stack>
    </Section>
  );
}
