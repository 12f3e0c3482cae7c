import { Box, Stack, Table, Text } from '@mantine/core';
import { reasonWords } from '#renderer/text/backup-words.ts';
import { count, momentWords, numberWords, sizeWords } from '#renderer/text/format.ts';
import { Caution } from '#renderer/ui/caution.tsx';
import { TextLink } from '#renderer/ui/links.tsx';
import { paths } from '#renderer/ui/paths.ts';
import { Section } from '#renderer/ui/section.tsx';
import type { BackupStatus } from '#shared/contract/backups.ts';

/** Every backup in the folder, newest first. */
export function BackupList(props: { readonly status: BackupStatus }) {
  const { backups, unreadable, size } = props.status;
  return (
    <Section
      title="The backups there"
      intro={
        backups.length === 0
          ? undefined
          : `${count(backups.length, 'backup')}, ${sizeWords(size)} in all. Those of today stay, then one for each of 7 days, 4 weeks and 12 months.`
      }
    >
      <Stack gap="md">
        {unreadable.length > 0 ? (
          <Caution title={`${count(unreadable.length, 'file')} there cannot be read`}>
            {unreadable.join(', ')}. Damaged, or of another vault. The others are not affected.
          </Caution>
        ) : null}
        {backups.length === 0 ? (
          <Text size="sm">None can be seen there now. If they are on a memory stick, plug it in.</Text>
        ) : (
          <Box style={{ overflowX: 'auto' }} tabIndex={0} role="region" aria-label="Table of the backups">
            <Table verticalSpacing={6}>
              <Table.Thead>
                <Table.Tr>
                  <Table.Th>Made</Table.Th>
                  <Table.Th>Why</Table.Th>
                  <Table.Th ta="right">Saves</Table.Th>
                  <Table.Th ta="right">Attached files</Table.Th>
                  <Table.Th ta="right">Size</Table.Th>
                </Table.Tr>
              </Table.Thead>
              <Table.Tbody>
                {backups.map((backup) => (
                  <Table.Tr key={backup.name}>
                    <Table.Td>{momentWords(backup.madeAt)}</Table.Td>
                    <Table.Td>{reasonWords[backup.reason]}</Table.Td>
                    <Table.Td ta="right">{numberWords(backup.entries)}</Table.Td>
                    <Table.Td ta="right">{numberWords(backup.attachments.count)}</Table.Td>
                    <Table.Td ta="right">{sizeWords(backup.size)}</Table.Td>
                  </Table.Tr>
                ))}
              </Table.Tbody>
            </Table>
          </Box>
        )}
        <Text size="sm" c="dimmed">
          To go back to one of them:{' '}
          <TextLink to={paths.restore} size="sm">
            Restore from a backup
          </TextLink>
          . The vault of today is then kept beside it, not deleted.
        </Text>
      </Stack>
    </Section>
  );
}
