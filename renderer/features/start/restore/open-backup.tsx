import { Button, Code, Radio, Stack, Text } from '@mantine/core';
import { IconFolderSymlink } from '@tabler/icons-react';
import { useState } from 'react';
import { z } from 'zod';
import { client } from '#renderer/api/client.ts';
import { isFailureCode } from '#renderer/api/failures.ts';
import { useStartedJob } from '#renderer/api/use-started-job.ts';
import { knownPassphraseSchema, typedRecoveryCodeSchema } from '#renderer/forms/new-passphrase.ts';
import { PassphraseField, TextField } from '#renderer/forms/text-fields.tsx';
import { useZodForm } from '#renderer/forms/use-zod-form.ts';
import { ZodForm } from '#renderer/forms/zod-form.tsx';
import { JobProgress } from '#renderer/ui/job-progress.tsx';
import { Note } from '#renderer/ui/note.tsx';
import { type RestoredResult, restoredSchema } from '#shared/contract/backups.ts';
import type { ChosenBackup } from './choose-backup.tsx';

type Secret = { readonly passphrase: string } | { readonly recoveryCode: string };
type Asking = {
  readonly error: unknown;
  readonly onSecret: (secret: Secret) => void;
  readonly onBack: () => void;
};

const back = (onBack: () => void) => (
  <Button variant="default" onClick={onBack}>
    Back
  </Button>
);

function WithPassphrase({ error, onSecret, onBack }: Asking) {
  const form = useZodForm(z.strictObject({ passphrase: knownPassphraseSchema }), { passphrase: '' });
  return (
    <ZodForm
      form={form}
      labels={{ passphrase: 'Passphrase' }}
      summary={false}
      failure={error}
      busy={false}
      submit="Check and restore"
      others={back(onBack)}
      onSubmit={async ({ passphrase }) => onSecret({ passphrase })}
    >
      <PassphraseField
        form={form}
        name="passphrase"
        label="Passphrase"
        description="The one the vault had when the backup was made."
        required
        isNew={false}
      />
    </ZodForm>
  );
}

function WithCode({ error, onSecret, onBack }: Asking) {
  const form = useZodForm(z.strictObject({ code: typedRecoveryCodeSchema }), { code: '' });
  return (
    <ZodForm
      form={form}
      labels={{ code: 'Recovery code' }}
      summary={false}
      failure={error}
      busy={false}
      submit="Check and restore"
      others={back(onBack)}
      onSubmit={async ({ code }) => onSecret({ recoveryCode: code })}
    >
      <TextField
        form={form}
        name="code"
        label="Recovery code"
        description="Nine groups of four, from your printed recovery page."
        required
      />
    </ZodForm>
  );
}

/** What opens it, and then the work itself. */
export function OpenBackup(props: {
  readonly chosen: ChosenBackup;
  readonly inTheWay: boolean;
  readonly vaultFolder: string;
  readonly onBack: () => void;
  readonly onRestored: (restored: RestoredResult) => void;
}) {
  const { chosen, inTheWay, vaultFolder, onBack, onRestored } = props;
  const [way, setWay] = useState<'passphrase' | 'code'>('passphrase');
  const restoring = useStartedJob<Secret>(
    (secret) => client.backups.restore({ from: chosen.from, secret, keepAside: inTheWay }),
    (result) => onRestored(restoredSchema.parse(result)),
  );
  const cancelled = isFailureCode(restoring.error, 'CANCELLED');
  const asking = { error: cancelled ? null : restoring.error, onSecret: restoring.start, onBack };
  return (
    <Stack gap="md">
      <Text>
        From: <strong>{chosen.name}</strong>
        <br />
        To: <Code>{vaultFolder}</Code>
      </Text>
      {inTheWay ? (
        <Note tone="info" icon={IconFolderSymlink} title="The vault that is there now is kept">
          <Text size="sm">
            Its folder gets another name beside the restored one. Nothing in it is deleted.
          </Text>
        </Note>
      ) : null}
      {restoring.running ? (
        <JobProgress watched={restoring.watched} label="Unpacking and checking everything" />
      ) : (
        <>
          <Radio.Group
            label="What opens it"
            value={way}
            onChange={(next) => setWay(next === 'code' ? 'code' : 'passphrase')}
          >
            <Stack gap="xs" mt="xs">
              <Radio value="passphrase" label="My passphrase" />
              <Radio value="code" label="My recovery code" />
            </Stack>
          </Radio.Group>
          {way === 'passphrase' ? <WithPassphrase {...asking} /> : <WithCode {...asking} />}
        </>
      )}
    </Stack>
  );
}
