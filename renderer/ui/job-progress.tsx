import { Button, Group, Paper, Progress, Text } from '@mantine/core';
import type { WatchedJob } from '#renderer/api/use-job.ts';
import { failureWords, lostWords } from '#renderer/text/failure-words.ts';
import { count, sizeWords } from '#renderer/text/format.ts';
import { stepWords } from '#renderer/text/sharing-words.ts';
import { FailedState } from './states.tsx';

type Unit = 'file' | 'page' | undefined;

const amountWords = (done: number, total: number, unit: Unit) =>
  unit === undefined ? `${sizeWords(done)} of ${sizeWords(total)}` : `${done} of ${count(total, unit)}`;

/** Long work on its way: what it does, how far it is, a way to stop it, and why it failed where it did. */
export function JobProgress(props: {
  readonly watched: WatchedJob;
  /** `Writing the package`. */
  readonly label: string;
  /** What its progress is counted in: bytes, unless it is one of these. */
  readonly unit?: Unit;
  readonly onRetry?: () => void;
}) {
  const { watched, label, unit, onRetry } = props;
  const { job, running, failure, error, cancel, cancelling } = watched;
  if (running) {
    const { done = 0, total = 0, step = '' } = job ?? {};
    const share = total === 0 ? 100 : Math.min(100, (done / total) * 100);
    return (
      <Paper withBorder radius="md" p="sm">
        <Group justify="space-between" wrap="nowrap" mb={6}>
          <Text size="sm" fw={600} role="status">
            {stepWords(step)}
          </Text>
          <Group gap="sm" wrap="nowrap">
            <Text size="sm" c="dimmed">
              {total === 0 ? '' : amountWords(done, total, unit)}
            </Text>
            <Button variant="default" size="compact-sm" loading={cancelling} onClick={cancel}>
              Cancel
            </Button>
          </Group>
        </Group>
        <Progress value={share} striped={total === 0} animated={total === 0} aria-label={label} />
      </Paper>
    );
  }
  const retry = onRetry === undefined ? {} : { onRetry };
  if (job?.state === 'cancelled')
    return <FailedState error={null} words={failureWords({ code: 'CANCELLED', data: {} })} {...retry} />;
  if (job?.state === 'failed')
    return (
      <FailedState error={null} words={failure === null ? lostWords : failureWords(failure)} {...retry} />
    );
  if (error !== null && error !== undefined) return <FailedState error={error} {...retry} />;
  return null;
}
