import { Button } from '@mantine/core';
import { useLock } from '#renderer/api/vault-changes.ts';
import classes from './shell.module.css';

export function SampleBanner() {
  const lock = useLock();
  return (
    <aside className={classes.sample} aria-label="Sample">
      <span>
        <strong>You are looking at a sample.</strong> The doctor and all evidence are invented.
      </span>
      <Button variant="default" size="xs" loading={lock.isPending} onClick={() => lock.mutate(undefined)}>
        Leave the sample
      </Button>
    </aside>
  );
}
