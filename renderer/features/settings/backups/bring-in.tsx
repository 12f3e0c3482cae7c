import { Button, Group, Stack, Text } from '@mantine/core';
import { IconArrowBackUp, IconGitMerge } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { client } from '#renderer/api/client.ts';
import { useRewinding } from '#renderer/api/use-rewinding.ts';
import { useStartedJob } from '#renderer/api/use-started-job.ts';
import { mergeWords } from '#renderer/text/backup-words.ts';
import { count } from '#renderer/text/format.ts';
import { JobProgress } from '#renderer/ui/job-progress.tsx';
import { FailedState } from '#renderer/ui/states.tsx';
import { type MergedResult, mergedSchema, mergePreviewSchema } from '#shared/contract/backups.ts';

type Choice = Parameters<typeof client.backups.merge>[0];

/** What was brought in, and a way to take all of it back at once. */
function Done(props: { readonly merged: MergedResult }) {
  const { merged } = props;
  const rewinding = useRewinding();
  const undo = useMutation({
    meta: { refresh: false },
    mutationFn: () =>
      rewinding(async () => {
        for (const { portfolioId, seq } of merged.steps)
          await client.history.undo({ portfolioId, seq, to: seq });
        return merged.steps.length;
      }),
  });
  const words = mergeWords(merged);
  if (undo.data !== undefined && undo.data !== null) {
    return (
      <Text size="sm" role="status">
        Taken back: the vault reads as it did before. The history keeps both.
      </Text>
    );
  }
  return (
    <>
      <Text size="sm" role="status">
        {words === null
          ? 'There was nothing that is not here already.'
          : `Brought in: ${words}.${merged.counts.conflicting > 0 ? ' What was changed in both places waits to be settled.' : ''}`}
      </Text>
      {merged.steps.length === 0 ? null : (
        <Group>
          <Button
            size="xs"
            variant="default"
            leftSection={<IconArrowBackUp size={16} aria-hidden />}
            loading={undo.isPending}
            onClick={() => undo.mutate()}
          >
            Take it back
          </Button>
        </Group>
      )}
      {undo.error === null ? null : <FailedState error={undo.error} />}
    </>
  );
}

/** Looks into another version of this vault, says what is in it, and brings it in: nothing here is overwritten. */
export function BringIn(props: { readonly choice: Choice; readonly onMerged?: () => void }) {
  const { choice, onMerged } = props;
  const looking = useStartedJob<null>(() => client.backups.previewMerge(choice));
  const merging = useStartedJob<null>(() => client.backups.merge(choice), onMerged);
  const preview =
    looking.job?.state === 'done' ? mergePreviewSchema.safeParse(looking.job.result).data : undefined;
  const merged = merging.job?.state === 'done' ? mergedSchema.safeParse(merging.job.result).data : undefined;
  const words = preview === undefined ? null : mergeWords(preview);
  return (
    <Stack gap="xs">
      {looking.running || merging.running ? (
        <JobProgress
          watched={merging.running ? merging.watched : looking.watched}
          label={merging.running ? 'Bringing it in' : 'Looking into it'}
        />
      ) : merged !== undefined ? (
        <Done merged={merged} />
      ) : preview === undefined ? (
        <Group>
          <Button variant="default" size="xs" onClick={() => looking.start(null)}>
            See what is in it
          </Button>
        </Group>
      ) : (
        <>
          <Text size="sm" role="status">
            {words === null ? 'Nothing that is not here already.' : `In it and not here: ${words}.`} Nothing
            here is overwritten: what was changed in both places is shown side by side.
            {preview.damaged > 0
              ? ` ${count(preview.damaged, 'portfolio')} cannot be compared, because of damage, and is left alone.`
              : ''}
          </Text>
          {words === null ? null : (
            <Group>
              <Button
                size="xs"
                leftSection={<IconGitMerge size={16} aria-hidden />}
                onClick={() => merging.start(null)}
              >
                Bring it in
              </Button>
            </Group>
          )}
        </>
      )}
      {looking.error === null ? null : <FailedState error={looking.error} />}
      {merging.error === null ? null : <FailedState error={merging.error} />}
    </Stack>
  );
}
