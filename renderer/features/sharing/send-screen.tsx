import { Button, Group, Stack, Text } from '@mantine/core';
import { IconPackageExport } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { api } from '#renderer/api/client.ts';
import { usePortfolio } from '#renderer/api/portfolio-context.tsx';
import { useJob } from '#renderer/api/use-job.ts';
import { JobProgress } from '#renderer/ui/job-progress.tsx';
import { LinkButton } from '#renderer/ui/links.tsx';
import { PageHeader } from '#renderer/ui/page-header.tsx';
import { paths } from '#renderer/ui/paths.ts';
import { FailedState } from '#renderer/ui/states.tsx';
import type { Audience } from '#shared/domain/packages/audiences.ts';
import { packageWrittenSchema } from '#shared/domain/packages/preview.ts';
import { AudienceChoice } from './audience-choice.tsx';
import { ContentReview, useContents } from './content-review.tsx';
import { lockFault, lockInput, noLock } from './lock.ts';
import { LockChoice } from './lock-choice.tsx';
import { Written } from './written.tsx';

/** Makes a package of this portfolio: for whom, who can open it, what is in it, then the file. */
export function SendScreen() {
  const { portfolioId, portfolio } = usePortfolio();
  const search = useSearch({ strict: false });
  const request = search.request ?? null;
  const [audience, setAudience] = useState<Audience>(
    request !== null
      ? 'assessor'
      : search.audience === 'assessor'
        ? 'supervisor'
        : (search.audience ?? 'supervisor'),
  );
  const asked = audience === 'assessor' ? request : null;
  const [lock, setLock] = useState(noLock);
  const [exclude, setExclude] = useState<readonly string[]>([]);
  const [jobId, setJobId] = useState<string | null>(null);
  const contents = useContents(portfolioId, audience, exclude, asked);
  const start = useMutation({
    ...api.packages.write.mutationOptions(),
    meta: { refresh: false },
    onSuccess: (started) => setJobId(started.jobId),
  });
  const watched = useJob(jobId);
  const written = packageWrittenSchema.safeParse(watched.job?.result);
  const fault =
    contents.data?.tooLarge === true
      ? 'Hold some items back: this is too much for one package.'
      : lockFault(lock);
  const write = () => start.mutate({ portfolioId, audience, exclude, request: asked, ...lockInput(lock) });
  return (
    <>
      <PageHeader
        title="Send a package"
        intro={`One encrypted file with evidence of ${portfolio.doctor.name}, which only the people you choose can open.`}
        actions={
          <LinkButton to={paths.receive} variant="default">
            Receive a package
          </LinkButton>
        }
      />
      <div aria-live="polite">
        {written.success ? (
          <Written written={written.data} lock={lock} onAgain={() => setJobId(null)} />
        ) : (
          <Stack gap="md">
            <AudienceChoice audience={audience} withRequest={request !== null} onChange={setAudience} />
            <LockChoice lock={lock} onChange={setLock} />
            <ContentReview
              portfolioId={portfolioId}
              audience={audience}
              exclude={exclude}
              request={asked}
              onExclude={setExclude}
            />
            {start.error === null ? null : <FailedState error={start.error} />}
            {watched.running ? null : (
              <Group gap="md">
                <Button
                  leftSection={<IconPackageExport size={18} aria-hidden />}
                  loading={start.isPending}
                  disabled={fault !== null}
                  aria-describedby="write-fault"
                  onClick={write}
                >
                  Write the package
                </Button>
                <Text size="sm" c="dimmed" id="write-fault">
                  {fault ?? 'This makes a file. Nothing is sent.'}
                </Text>
              </Group>
            )}
            <JobProgress watched={watched} label="Writing the package" />
          </Stack>
        )}
      </div>
    </>
  );
}
