import { Button } from '@mantine/core';
import { IconScan } from '@tabler/icons-react';
import { client } from '#renderer/api/client.ts';
import { useStartedJob } from '#renderer/api/use-started-job.ts';
import { count } from '#renderer/text/format.ts';
import { JobProgress } from '../job-progress.tsx';

/** A way to have files looked through that were not, as things are set now. */
export function CheckFilesNow(props: {
  readonly portfolioId: string;
  /** Items; null: all of the portfolio. */
  readonly ids: readonly string[] | null;
  /** Files; undefined until it is known. */
  readonly unchecked: number | undefined;
}) {
  const { portfolioId, ids, unchecked = 0 } = props;
  const job = useStartedJob(() => client.identifiers.checkMany({ portfolioId, ids }));
  return (
    <>
      {unchecked === 0 || job.running ? null : (
        <Button
          variant="default"
          w="fit-content"
          leftSection={<IconScan size={18} aria-hidden />}
          onClick={() => job.start(undefined)}
        >
          Check {count(unchecked, 'file')} now
        </Button>
      )}
      <JobProgress watched={job.watched} label="Looking for identifiers" unit="file" />
    </>
  );
}
