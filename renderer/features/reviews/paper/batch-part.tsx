import { Button, Checkbox, Group, Radio, Stack, Text } from '@mantine/core';
import { IconDownload, IconFiles } from '@tabler/icons-react';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { api } from '#renderer/api/client.ts';
import { saveOutgoing } from '#renderer/api/downloads.ts';
import { useJob } from '#renderer/api/use-job.ts';
import { count, sizeWords } from '#renderer/text/format.ts';
import { JobProgress } from '#renderer/ui/job-progress.tsx';
import { QueryStates } from '#renderer/ui/query-states.tsx';
import { Section } from '#renderer/ui/section.tsx';
import { FailedState } from '#renderer/ui/states.tsx';
import { type BatchPaper, type BatchWritten, batchWrittenSchema } from '#shared/contract/papers.ts';
import { ukDate } from '#shared/domain/dates.ts';

const papers: readonly (readonly [BatchPaper, string, string])[] = [
  ['full', 'Signed reports', 'With what the doctor answered, where they did.'],
  ['short', 'Two-page short forms', 'They name the signed report by its fingerprint.'],
  ['form', 'Panel forms to fill in by hand', 'Also for reviews that are not signed yet.'],
];

function Ready({ fileId, name, size, files }: BatchWritten) {
  const save = useMutation({ mutationFn: () => saveOutgoing(fileId, name), meta: { refresh: false } });
  return (
    <Stack gap="xs" role="status">
      <Text size="sm">
        {name}: {count(files, 'paper')}, {sizeWords(size)}. It is not encrypted: keep it where only you can
        open it.
      </Text>
      <Group>
        <Button
          leftSection={<IconDownload size={16} aria-hidden />}
          loading={save.isPending}
          onClick={() => save.mutate()}
        >
          Save them
        </Button>
      </Group>
      {save.error === null ? null : <FailedState error={save.error} />}
    </Stack>
  );
}

/** The papers of a whole panel day in one file. */
export function BatchPart() {
  const listed = useQuery(api.papers.reviews.queryOptions());
  const [what, setWhat] = useState<readonly string[]>(['full']);
  const [as, setAs] = useState<string>('zip');
  const [chosen, setChosen] = useState<readonly string[]>([]);
  const [jobId, setJobId] = useState<string | null>(null);
  const start = useMutation({
    ...api.papers.batch.mutationOptions(),
    meta: { refresh: false },
    onSuccess: (started) => setJobId(started.jobId),
  });
  const watched = useJob(jobId);
  const written = batchWrittenSchema.safeParse(watched.job?.result);
  const onlyForms = what.length > 0 && what.every((one) => one === 'form');
  return (
    <Section
      title="Papers of a panel day"
      intro="Of all portfolios in this vault, in one file. Choose the reviews and what is wanted of each."
    >
      <QueryStates query={listed} what="the reviews" rows={3}>
        {(reviews) => {
          const offered = reviews.filter(({ signed }) => signed || onlyForms);
          const picked = offered.filter(({ id }) => chosen.includes(id));
          return (
            <Stack gap="md">
              <Checkbox.Group label="What of each" value={[...what]} onChange={setWhat}>
                <Stack gap="xs" mt="xs">
                  {papers.map(([value, label, description]) => (
                    <Checkbox key={value} value={value} label={label} description={description} />
                  ))}
                </Stack>
              </Checkbox.Group>
              <Radio.Group label="As" value={as} onChange={setAs}>
                <Stack gap="xs" mt="xs">
                  <Radio value="zip" label="A ZIP of single files" description="Signatures stay whole." />
                  <Radio
                    value="pdf"
                    label="One PDF with bookmarks, to print"
                    description="A joined file bears no signatures: each page says that it is a copy."
                  />
                </Stack>
              </Radio.Group>
              {offered.length === 0 ? (
                <Text size="sm">
                  No review is signed yet. Panel forms alone can be printed for those that are planned.
                </Text>
              ) : (
                <Checkbox.Group
                  label="Reviews"
                  value={picked.map(({ id }) => id)}
                  onChange={(ids) => setChosen(ids)}
                >
                  <Stack gap="xs" mt="xs">
                    {offered.map(({ id, doctor, heldOn, specialty }) => (
                      <Checkbox
                        key={id}
                        value={id}
                        label={`${doctor}, ${ukDate(heldOn)}`}
                        description={specialty}
                      />
                    ))}
                  </Stack>
                </Checkbox.Group>
              )}
              {watched.running ? null : (
                <Group gap="sm">
                  <Button
                    variant="default"
                    disabled={offered.length === 0}
                    onClick={() => setChosen(offered.map(({ id }) => id))}
                  >
                    Choose all
                  </Button>
                  <Button
                    leftSection={<IconFiles size={18} aria-hidden />}
                    loading={start.isPending}
                    disabled={picked.length === 0 || what.length === 0}
                    onClick={() =>
                      start.mutate({
                        reviews: picked.map(({ portfolioId, id }) => ({ portfolioId, id })),
                        what: papers.flatMap(([value]) => (what.includes(value) ? [value] : [])),
                        as: as === 'pdf' ? 'pdf' : 'zip',
                      })
                    }
                  >
                    Put {count(picked.length, 'review')} together
                  </Button>
                </Group>
              )}
              {start.error === null ? null : <FailedState error={start.error} />}
              <JobProgress watched={watched} label="Putting the papers together" unit="file" />
              {written.success ? <Ready {...written.data} /> : null}
            </Stack>
          );
        }}
      </QueryStates>
    </Section>
  );
}
