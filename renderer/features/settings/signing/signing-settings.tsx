import { Stack } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { api } from '#renderer/api/client.ts';
import { QueryStates } from '#renderer/ui/query-states.tsx';
import { SigningKey } from './signing-key.tsx';
import { TimestampService } from './timestamp-service.tsx';

/** The key the owner signs with, and whether a timestamp service is asked. */
export function SigningSettings() {
  const query = useQuery(api.signing.get.queryOptions());
  return (
    <QueryStates query={query} what="what you sign with" rows={4}>
      {({ device, organisation, timestampService }) => (
        <Stack gap="md">
          <SigningKey device={device} organisation={organisation} />
          <TimestampService key={timestampService ?? ''} address={timestampService} />
        </Stack>
      )}
    </QueryStates>
  );
}
