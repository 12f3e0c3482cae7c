import { Button, Code, CopyButton, Group, List, Stack, Text } from '@mantine/core';
import { IconCheck, IconCloudOff, IconCopy, IconLock } from '@tabler/icons-react';
import type { AppStatus } from '#renderer/api/status.ts';
import { useLock } from '#renderer/api/vault-changes.ts';
import { Facts } from '#renderer/ui/facts.tsx';
import { TextLink } from '#renderer/ui/links.tsx';
import { Note } from '#renderer/ui/note.tsx';
import { paths } from '#renderer/ui/paths.ts';
import { Section } from '#renderer/ui/section.tsx';
import { ExportData } from './data/export-data.tsx';
import { HeldData } from './data/held-data.tsx';

function Tab(props: { readonly tab: 'security' | 'backups'; readonly children: string }) {
  return (
    <TextLink to={paths.settings} search={{ tab: props.tab }} size="sm">
      {props.children}
    </TextLink>
  );
}

/** Where everything is kept, and what keeps it safe. */
export function DataSettings(props: { readonly status: AppStatus }) {
  const { vaultFolder, syncedFolder, version, host, sample } = props.status;
  const lock = useLock();
  return (
    <Stack gap="md">
      {syncedFolder ? (
        <Note tone="warn" icon={IconCloudOff} title="The vault is in a synced folder, or on a network drive">
          A sync program can damage a vault that is open on two computers, and copies it to somebody else’s
          server. On a network drive a save can be lost with the connection. Ask for a folder that stays on
          this computer.
        </Note>
      ) : null}
      <Section title="Where your data is">
        <Stack gap="sm">
          <Facts
            facts={[
              [
                'Vault folder',
                <Group key="folder" gap="xs">
                  <Code>{vaultFolder}</Code>
                  <CopyButton value={vaultFolder}>
                    {({ copied, copy }) => (
                      <Button
                        variant="default"
                        size="compact-xs"
                        leftSection={
                          copied ? <IconCheck size={14} aria-hidden /> : <IconCopy size={14} aria-hidden />
                        }
                        onClick={copy}
                      >
                        {copied ? 'Copied' : 'Copy'}
                      </Button>
                    )}
                  </CopyButton>
                </Group>,
              ],
              ['Waymark', `version ${version}, ${host === 'desktop' ? 'desktop app' : 'in the browser'}`],
              ...(sample ? ([['Sample', 'The doctor and all evidence are invented.']] as const) : []),
            ]}
          />
          <List size="sm" spacing={4}>
            <List.Item>
              Everything is on this computer and nowhere else. Nothing is sent over the internet.
            </List.Item>
            <List.Item>
              Everything in the folder but its label is encrypted. Only your passphrase or your recovery code
              opens it: see <Tab tab="security">Security</Tab>.
            </List.Item>
            {sample ? (
              <List.Item>Nothing you do in the sample is kept, so it is not backed up.</List.Item>
            ) : (
              <List.Item>
                It is backed up by itself every day you use it: see <Tab tab="backups">Backups</Tab>. A copy
                on the same disk does not help when the computer is lost.
              </List.Item>
            )}
          </List>
        </Stack>
      </Section>
      <HeldData />
      <ExportData />
      <Section title="Lock">
        <Text size="sm" mb="sm">
          Locking saves what you are typing and closes the vault. Lock Waymark whenever you step away from a
          shared computer.
        </Text>
        <Button
          variant="default"
          leftSection={<IconLock size={16} aria-hidden />}
          loading={lock.isPending}
          onClick={() => lock.mutate(undefined)}
        >
          {sample ? 'Leave the sample' : 'Lock now'}
        </Button>
      </Section>
    </Stack>
  );
}
