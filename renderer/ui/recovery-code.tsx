import { Button, Group, Stack, Text } from '@mantine/core';
import { IconFileDownload } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { client } from '#renderer/api/client.ts';
import { saveBlob } from '#renderer/api/downloads.ts';
import { recoveryCodeGroups } from '#shared/domain/recovery-code.ts';
import classes from './recovery-code.module.css';
import { FailedState } from './states.tsx';

function useSavePage() {
  return useMutation({
    meta: { refresh: false },
    gcTime: 0,
    mutationFn: async (code: string) => {
      const { name, pdf } = await client.security.recoveryPage({ code });
      const bytes = Uint8Array.from(atob(pdf), (letter) => letter.charCodeAt(0));
      saveBlob(new Blob([bytes], { type: 'application/pdf' }), name);
    },
  });
}

/** A recovery code, large enough to be copied by hand, and its page to print. */
export function RecoveryCode(props: { readonly code: string }) {
  const page = useSavePage();
  return (
    <Stack gap="md">
      <div className={classes.card}>
        <ol className={classes.groups} aria-label="Recovery code, nine groups">
          {recoveryCodeGroups(props.code).map((group, at) => (
            <li key={group} className={classes.group}>
              <span className={classes.number}>{at + 1}</span>
              <span className={classes.letters}>{group}</span>
            </li>
          ))}
        </ol>
      </div>
      <Group gap="md" align="center">
        <Button
          variant="default"
          leftSection={<IconFileDownload size={18} aria-hidden />}
          loading={page.isPending}
          onClick={() => page.mutate(props.code)}
        >
          Save the page as PDF
        </Button>
        <Text size="sm" c="dimmed" flex="1 1 16rem">
          {page.isSuccess
            ? 'Saved. Print it now, then delete the file: on this computer it protects nothing.'
            : 'One sheet to print, or copy the nine groups by hand. Capital or small letters do not matter.'}
        </Text>
      </Group>
      {page.isError ? <FailedState error={page.error} /> : null}
    </Stack>
  );
}
