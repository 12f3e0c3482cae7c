import { Button, Divider, Group, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { z } from 'zod';
import { api } from '#renderer/api/client.ts';
import { TextField } from '#renderer/forms/text-fields.tsx';
import { useZodForm } from '#renderer/forms/use-zod-form.ts';
import { ZodForm } from '#renderer/forms/zod-form.tsx';
import { backupContents, backupLine } from '#renderer/text/backup-words.ts';
import { Disclosure } from '#renderer/ui/disclosure.tsx';
import { FileDrop } from '#renderer/ui/file-drop.tsx';
import { QueryStates } from '#renderer/ui/query-states.tsx';
import { UploadList } from '#renderer/ui/upload-list.tsx';
import { useUploads } from '#renderer/ui/use-uploads.ts';
import type { FoundBackup } from '#shared/contract/backups.ts';

export type ChosenBackup = {
  readonly from: { readonly uploadId: string } | { readonly foundId: string } | { readonly path: string };
  /** What the person knows it by. */
  readonly name: string;
};

const shown = 5;
const pathSchema = z.strictObject({
  path: z.string().trim().min(1, { error: 'required' }).max(4096, { error: 'too-long' }),
});

function Found(props: {
  readonly backups: readonly FoundBackup[];
  readonly onChosen: (chosen: ChosenBackup) => void;
}) {
  const [all, setAll] = useState(false);
  const { backups, onChosen } = props;
  if (backups.length === 0)
    return <Text size="sm">None was found in the usual place on this computer. Choose a file instead.</Text>;
  return (
    <Stack gap="sm">
      <Stack component="ul" gap="xs" m={0} p={0} aria-label="Backups on this computer">
        {backups.slice(0, all ? backups.length : shown).map(({ id, info, own }) => (
          <Group key={id} component="li" justify="space-between" wrap="nowrap" gap="md">
            <div>
              <Text size="sm" fw={600}>
                {backupLine(info)}
              </Text>
              <Text size="sm" c="dimmed">
                {backupContents(info)}
                {own ? '' : '. Perhaps of another vault'}
              </Text>
            </div>
            <Button
              variant="default"
              size="xs"
              aria-label={`Use the backup of ${backupLine(info)}`}
              onClick={() => onChosen({ from: { foundId: id }, name: backupLine(info) })}
            >
              Use this
            </Button>
          </Group>
        ))}
      </Stack>
      {!all && backups.length > shown ? (
        <Group>
          <Button variant="default" size="xs" onClick={() => setAll(true)}>
            Show all {backups.length}
          </Button>
        </Group>
      ) : null}
    </Stack>
  );
}

function ByPath(props: { readonly onChosen: (chosen: ChosenBackup) => void }) {
  const form = useZodForm(pathSchema, { path: '' });
  return (
    <ZodForm
      form={form}
      labels={{ path: 'Where the file is' }}
      summary={false}
      failure={null}
      busy={false}
      submit="Use this file"
      onSubmit={async ({ path }) => props.onChosen({ from: { path }, name: path })}
    >
      <TextField
        form={form}
        name="path"
        label="Where the file is"
        description="Its whole path. For a backup whose attached files lie beside it, or one larger than 2 GB."
        required
      />
    </ZodForm>
  );
}

/** Which backup: one found here, one that is handed over, or one whose place is known. */
export function ChooseBackup(props: { readonly onChosen: (chosen: ChosenBackup) => void }) {
  const { onChosen } = props;
  const found = useQuery(api.backups.found.queryOptions());
  const desk = useUploads(async (uploadId, file) => onChosen({ from: { uploadId }, name: file.name }));
  return (
    <Stack gap="md">
      <Text fw={700}>Backups on this computer</Text>
      <QueryStates query={found} what="backups" rows={3}>
        {(backups) => <Found backups={backups} onChosen={onChosen} />}
      </QueryStates>
      <Divider />
      <Text fw={700}>A complete backup file</Text>
      <FileDrop
        alone
        label="Choose a backup file"
        hint="Its name ends in .waymark-backup"
        multiple={false}
        accept=".waymark-backup"
        disabled={desk.busy}
        onFiles={desk.add}
      />
      <UploadList desk={desk} />
      <Disclosure label="It is somewhere else, or larger than 2 GB">
        <ByPath onChosen={onChosen} />
      </Disclosure>
    </Stack>
  );
}
