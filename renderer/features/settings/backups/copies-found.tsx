import { Code, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { api } from '#renderer/api/client.ts';
import { count } from '#renderer/text/format.ts';
import { Caution } from '#renderer/ui/caution.tsx';
import { Section } from '#renderer/ui/section.tsx';
import { BringIn } from './bring-in.tsx';

/** Only there when a sync program, or somebody, has left another version of the vault. */
export function CopiesFound() {
  const { data: copies = [] } = useQuery(api.backups.copies.queryOptions());
  if (copies.length === 0) return null;
  return (
    <Section title="Other versions of this vault">
      <Stack gap="md">
        <Caution title={`${count(copies.length, 'copy', 'copies')} found that may hold work of yours`}>
          This happens when a sync program meets a vault that was used in two places. Bring each in: a backup
          is made first, and the copy is then put aside, not deleted. Better keep the vault out of synced
          folders.
        </Caution>
        {copies.map((copy) => (
          <Stack key={copy.id} gap="xs">
            <Text size="sm">
              {copy.kind === 'folder' ? 'A copy of the whole vault: ' : 'A copy of a file: '}
              <Code>{copy.place}</Code>
            </Text>
            <BringIn choice={{ copyId: copy.id }} />
          </Stack>
        ))}
      </Stack>
    </Section>
  );
}
