import { Button, Group, Paper, SimpleGrid, Stack, Text, ThemeIcon, Title } from '@mantine/core';
import { type Icon, IconEye, IconHistory, IconLockPlus, IconShieldCheck } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useOpenSample } from '#renderer/api/vault-changes.ts';
import { LinkButton } from '#renderer/ui/links.tsx';
import { PageHeader } from '#renderer/ui/page-header.tsx';
import { paths } from '#renderer/ui/paths.ts';
import { FailedState } from '#renderer/ui/states.tsx';

function Way(props: {
  readonly icon: Icon;
  readonly title: string;
  readonly children: ReactNode;
  readonly action: ReactNode;
}) {
  const WayIcon = props.icon;
  return (
    <Paper withBorder radius="md" p="lg">
      <Stack h="100%" gap="sm">
        <Group gap="sm" wrap="nowrap">
          <ThemeIcon variant="light" size={40} radius="md" aria-hidden>
            <WayIcon size={24} stroke={1.6} />
          </ThemeIcon>
          <Title order={2} size="h3">
            {props.title}
          </Title>
        </Group>
        <Text size="sm" style={{ flex: 1 }}>
          {props.children}
        </Text>
        {props.action}
      </Stack>
    </Paper>
  );
}

export function Welcome(props: { readonly onSetUp: () => void }) {
  const sample = useOpenSample();
  return (
    <>
      <PageHeader
        title="Welcome to Waymark"
        intro="Keep the evidence for your Portfolio pathway (CESR) application on this computer, see what is missing, and hold annual reviews that end in a signed report. It works without the internet, and nothing leaves this computer unless you export it."
      />
      <SimpleGrid cols={{ base: 1, sm: 2 }} spacing="md">
        <Way
          icon={IconLockPlus}
          title="Set up"
          action={<Button onClick={props.onSetUp}>Set up Waymark</Button>}
        >
          Choose a passphrase, say who you are, and start a portfolio. It takes about two minutes.
        </Way>
        <Way
          icon={IconEye}
          title="Look around first"
          action={
            <Button variant="default" loading={sample.isPending} onClick={() => sample.mutate(undefined)}>
              Open the sample
            </Button>
          }
        >
          An invented doctor with four years of evidence. Try anything: nothing you do there is kept.
        </Way>
        <Way
          icon={IconHistory}
          title="Bring your vault back"
          action={
            <LinkButton to={paths.restore} variant="default">
              Restore from a backup
            </LinkButton>
          }
        >
          A new computer, or a lost vault? A backup file and your passphrase or recovery code are all it
          takes.
        </Way>
        <Way
          icon={IconShieldCheck}
          title="Verify a report"
          action={
            <LinkButton to={paths.verify} variant="default">
              Verify a PDF
            </LinkButton>
          }
        >
          Were you handed a signed report? See who signed it, and whether it was changed since.
        </Way>
      </SimpleGrid>
      {sample.isError ? (
        <Stack mt="md">
          <FailedState error={sample.error} />
        </Stack>
      ) : null}
    </>
  );
}
