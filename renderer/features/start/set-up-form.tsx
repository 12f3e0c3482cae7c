import { Button, Code, Fieldset, List, Stack, Text } from '@mantine/core';
import { IconCloudOff, IconInfoCircle } from '@tabler/icons-react';
import { useWatch } from 'react-hook-form';
import type { AppStatus } from '#renderer/api/status.ts';
import { useCreateVault } from '#renderer/api/vault-changes.ts';
import { CheckboxesField } from '#renderer/forms/choice-fields.tsx';
import { PassphraseHint } from '#renderer/forms/passphrase-hint.tsx';
import { OptionalTextField, PassphraseField, TextField } from '#renderer/forms/text-fields.tsx';
import { useZodForm } from '#renderer/forms/use-zod-form.ts';
import { ZodForm } from '#renderer/forms/zod-form.tsx';
import { roleWords } from '#renderer/text/profile-words.ts';
import { Note } from '#renderer/ui/note.tsx';
import { PageHeader } from '#renderer/ui/page-header.tsx';
import { profileRoles } from '#shared/domain/profile.ts';
import { setUpLabels, setUpSchema } from './set-up-schema.ts';

const roles = profileRoles.map((role) => ({
  value: role,
  label: roleWords[role].title,
  description: roleWords[role].meaning,
}));

/** A vault that was just made, with its recovery code, which is shown once. */
export type MadeVault = { readonly status: AppStatus; readonly recoveryCode: string };

export function SetUpForm(props: {
  readonly status: AppStatus;
  readonly onBack: () => void;
  readonly onMade: (made: MadeVault) => void;
}) {
  const create = useCreateVault();
  const form = useZodForm(setUpSchema, {
    profile: { name: '', roles: [], gmcNumber: null },
    passphrase: '',
    again: '',
  });
  const passphrase = useWatch({ control: form.control, name: 'passphrase' });
  return (
    <>
      <PageHeader title="Set up Waymark" intro="Everything here can be changed later." />
      <ZodForm
        form={form}
        labels={setUpLabels}
        failure={create.error}
        busy={create.isPending}
        submit="Create my vault"
        others={
          <Button variant="default" onClick={props.onBack}>
            Back
          </Button>
        }
        onSubmit={async ({ profile, passphrase: chosen }) => {
          await create.mutateAsync({ profile, passphrase: chosen }).then(props.onMade, () => undefined);
        }}
      >
        <Fieldset legend="Who you are">
          <Stack gap="md">
            <TextField
              form={form}
              name="profile.name"
              label="Your name"
              required
              maw="28rem"
              autoComplete="name"
              description="As it should stand on reports you sign."
            />
            <CheckboxesField
              form={form}
              name="profile.roles"
              label="What you do"
              required
              choices={roles}
              description="Choose all that apply."
            />
            <OptionalTextField
              form={form}
              name="profile.gmcNumber"
              label="GMC number"
              maw="12rem"
              inputMode="numeric"
              description="7 digits, if you have one."
            />
          </Stack>
        </Fieldset>
        <Fieldset legend="Your passphrase">
          <Stack gap="md">
            <Note tone="info" icon={IconInfoCircle} title="What it does, and what it does not">
              <List size="sm" spacing={4}>
                <List.Item>
                  It encrypts everything Waymark keeps on this computer. Someone who takes the computer, or
                  copies the folder, cannot read it without the passphrase.
                </List.Item>
                <List.Item>
                  It does not protect what is on the screen while Waymark is open, nor files you export. Lock
                  Waymark when you step away.
                </List.Item>
                <List.Item>
                  <strong>Nobody can reset it for you.</strong> If you forget it, only the recovery code opens
                  the vault: you get that next, to print and put away.
                </List.Item>
              </List>
            </Note>
            <Stack gap={6} maw="28rem">
              <PassphraseField
                form={form}
                name="passphrase"
                label="Passphrase"
                required
                isNew
                description="Four or five unrelated words are easy to remember and hard to guess."
              />
              <PassphraseHint id="passphrase-hint" passphrase={passphrase} />
            </Stack>
            <Stack maw="28rem">
              <PassphraseField form={form} name="again" label="Passphrase again" required isNew />
            </Stack>
          </Stack>
        </Fieldset>
        <Text size="sm" c="dimmed">
          Your vault will be kept here: <Code>{props.status.vaultFolder}</Code>
        </Text>
        {props.status.syncedFolder ? (
          <Note
            tone="warn"
            icon={IconCloudOff}
            title="This folder is synced to a cloud, or on a network drive"
          >
            A sync program can damage a vault that is open on two computers, and copies it to somebody else’s
            server. On a network drive a save can be lost with the connection. Ask for a folder that stays on
            this computer.
          </Note>
        ) : null}
      </ZodForm>
    </>
  );
}
