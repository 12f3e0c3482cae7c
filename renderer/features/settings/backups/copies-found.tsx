import { Button, Code, Group, Stack, Text } from '@mantine/core';
import { IconGitMerge } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { api, client } from '#renderer/api/client.ts';
import { useStartedJob } from '#renderer/api/use-started-job.ts';
import { count } from '#renderer/text/format.ts';
import { Caution } from '#renderer/ui/caution.tsx';
import { JobProgress } from '#renderer/ui/job-progress.tsx';
import { Section } from '#renderer/ui/section.tsx';
import { FailedState } from '#renderer/ui/states.tsx';
import { type MergePreview, mergePreviewSchema, type StrayCopy } from '#shared/contract/backups.ts';

/** `3 new records, 1 changed in both`; null when it holds nothing that is not here. */
function wordsOf({ counts, newPortfolios }: MergePreview): string | null {
  const parts = [
    newPortfolios > 0 ? count(newPortfolios, 'new portfolio') : null,
    counts.new > 0 ? count(counts.new, 'new record') : null,
    counts.changed > 0 ? `${count(counts.changed, 'record')} that moved on there` : null,
    counts.conflicting > 0 ? `${count(counts.conflicting, 'record')} changed in both places` : null,
  ].filter((part) => part !== null);
  return parts.length === 0 ? null : parts.join(', ');
}

function OneCopy(props: { readonly copy: StrayCopy }) {
  const { copy } = props;
  const choice = { copyId: copy.id };
  const looking = useStartedJob<null>(() => client.backups.previewMerge(choice));
  const merging = useStartedJob<null>(() => client.backups.merge(choice));
  const preview =
    looking.job?.state === 'done' ? mergePreviewSchema.safeParse(looking.job.result).data : undefined;
  const busy = looking.running || merging.running;
  return (
    <Stack gap="xs">
      <Text size="sm">
        {copy.kind === 'folder' ? 'A copy of the whole vault: ' : 'A copy of a file: '}
        <Code>{copy.place}</Code>
      </Text>
      {busy ? (
        <JobProgress
          watched={merging.running ? merging.watched : looking.watched}
          label={merging.running ? 'Bringing it in' : 'Looking into it'}
        />
      ) : preview === undefined ? (
        <Group>
          <Button variant="default" size="xs" onClick={() => looking.start(null)}>
            See what is in it
          </Button>
        </Group>
      ) : (
        <>
          <Text size="sm" role="status">
            {wordsOf(preview) ?? 'Nothing that is not here already.'} Nothing here is overwritten: what was
            changed in both places is shown side by side.
          </Text>
          <Group>
            <Button
              size="xs"
              leftSection={<IconGitMerge size={16} aria-hidden />}
              onClick={() => merging.start(null)}
            >
              Bring it in
            </Button>
          </Group>
        </>
      )}
      {looking.error === null ? null : <FailedState error={looking.error} />}
      {merging.error === null ? null : <FailedState error={merging.error} />}
    </Stack>
  );
}

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
          <OneCopy key={copy.id} copy={copy} />
        ))}
      </Stack>
    </Section>
  );
}
