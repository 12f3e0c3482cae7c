import { Button, Group, Stack, Text } from '@mantine/core';
import { IconSignature } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { api } from '#renderer/api/client.ts';
import { usePortfolio } from '#renderer/api/portfolio-context.tsx';
import { LinkButton } from '#renderer/ui/links.tsx';
import { paths } from '#renderer/ui/paths.ts';
import { QueryStates } from '#renderer/ui/query-states.tsx';
import { SealList } from '#renderer/ui/seal-list.tsx';
import { Section } from '#renderer/ui/section.tsx';
import { SignOffForm } from './sign-off-form.tsx';

/** An item's in-person sign-offs: who has signed which version of it on this laptop, and a way to add another. */
export function SignOffs({ itemId }: { readonly itemId: string }) {
  const { portfolioId } = usePortfolio();
  const [signing, setSigning] = useState(false);
  const query = useQuery(
    api.seals.list.queryOptions({
      input: { portfolioId, collection: 'evidence', id: itemId },
      staleTime: 0,
    }),
  );
  return (
    <Section
      title="In-person sign-off"
      intro="An assessor who is with you signs this item on your laptop, with a signing passphrase of their own. It is recorded as what it is: who was present, how they were identified, and on whose device. What came back as a sealed reply to a request stands here too."
    >
      <Stack gap="md">
        <QueryStates query={query} what="the sign-offs" rows={2}>
          {(seals) =>
            seals.length === 0 ? (
              <Text size="sm">Nobody has signed this item off yet.</Text>
            ) : (
              <SealList seals={seals} />
            )
          }
        </QueryStates>
        {signing ? (
          <SignOffForm itemId={itemId} onDone={() => setSigning(false)} />
        ) : (
          <Group gap="sm">
            <Button
              variant="default"
              maw="100%"
              leftSection={<IconSignature size={18} aria-hidden />}
              onClick={() => setSigning(true)}
            >
              Somebody signs this off in person
            </Button>
            <LinkButton variant="default" to={paths.newRequest} search={{ items: [itemId] }}>
              Ask somebody who is not here
            </LinkButton>
          </Group>
        )}
      </Stack>
    </Section>
  );
}
