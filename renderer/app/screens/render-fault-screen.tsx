import { Button, Group } from '@mantine/core';
import type { ErrorComponentProps } from '@tanstack/react-router';
import { failureOf } from '#renderer/api/failures.ts';
import { PageHeader } from '#renderer/ui/page-header.tsx';
import { FailedState } from '#renderer/ui/states.tsx';

const renderFault = {
  what: 'This screen could not be shown',
  safe: 'Everything saved before is safe.',
  next: 'Reload the page. If it happens again, go to another screen and report what you were doing.',
};

/** What is shown in place of a screen that failed to draw. */
export function RenderFaultScreen({ error, reset }: ErrorComponentProps) {
  const known = failureOf(error) !== null;
  return (
    <>
      <PageHeader title="Something went wrong" />
      {known ? <FailedState error={error} /> : <FailedState error={error} words={renderFault} />}
      <Group mt="md">
        <Button onClick={() => location.reload()}>Reload</Button>
        <Button variant="default" onClick={reset}>
          Try again
        </Button>
      </Group>
    </>
  );
}
