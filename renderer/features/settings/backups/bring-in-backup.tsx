import { Select, Stack } from '@mantine/core';
import { useState } from 'react';
import { backupLine } from '#renderer/text/backup-words.ts';
import { Section } from '#renderer/ui/section.tsx';
import type { BackupStatus } from '#shared/contract/backups.ts';
import { BringIn } from './bring-in.tsx';

/** For what was lost since a backup was made, without going back to it: both are kept. */
export function BringInBackup(props: { readonly status: BackupStatus }) {
  const { backups } = props.status;
  const [name, setName] = useState<string | null>(null);
  if (backups.length === 0) return null;
  return (
    <Section
      title="Bring in what a backup has and this vault has not"
      intro="After going back to an earlier backup, or when something is missing: what is only in that backup comes back, and what you have now stays. A backup is made first."
    >
      <Stack gap="md">
        <Select
          label="Backup"
          placeholder="Choose one"
          data={backups.map((backup) => ({ value: backup.name, label: backupLine(backup) }))}
          value={name}
          onChange={setName}
          maw="34rem"
        />
        {name === null ? null : <BringIn key={name} choice={{ backup: name }} />}
      </Stack>
    </Section>
  );
}
