import { Code, Container, List, Paper, Stack, Text } from '@mantine/core';
import type { AppStatus } from '#renderer/api/status.ts';
import { failureWords } from '#renderer/text/failure-words.ts';
import { LinkButton } from '#renderer/ui/links.tsx';
import { PageHeader } from '#renderer/ui/page-header.tsx';
import { paths } from '#renderer/ui/paths.ts';
import { BareFrame } from '../../shell/bare-frame.tsx';

/** The vault is of a later Waymark: says which it needs. */
export function NewerVaultScreen(props: {
  readonly fault: NonNullable<AppStatus['fault']>;
  readonly status: AppStatus;
}) {
  const { fault, status } = props;
  const { what, safe, next } = failureWords(fault);
  return (
    <BareFrame>
      <Container size="sm" px={0}>
        <PageHeader title={what} />
        <Paper withBorder p="lg" radius="md">
          <Stack gap="md">
            <Text>{safe}</Text>
            <Text>
              Vault folder: <Code>{status.vaultFolder}</Code>
              <br />
              File: <Code>{fault.data.file}</Code>
              <br />
              This Waymark: version {status.version}
            </Text>
            <div>
              <Text fw={700}>What to do</Text>
              <List size="sm" mt="xs">
                <List.Item>{next}</List.Item>
                <List.Item>
                  Before you try anything else, copy the whole vault folder to another place.
                </List.Item>
                <List.Item>
                  Do not delete or edit files in the vault folder: what can be read may still be needed.
                </List.Item>
              </List>
            </div>
            <div>
              <LinkButton to={paths.verify} variant="default">
                Verify a report instead
              </LinkButton>
            </div>
          </Stack>
        </Paper>
      </Container>
    </BareFrame>
  );
}
