import { Button, Menu } from '@mantine/core';
import { IconDownload } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { api } from '#renderer/api/client.ts';
import { saveOutgoing } from '#renderer/api/downloads.ts';
import type { Printable } from '#shared/contract/submission.ts';
import { FailedState } from './states.tsx';

/** Makes a list of the portfolio as a PDF or a table, and saves it. */
export function PrintButton(props: {
  readonly portfolioId: string;
  readonly what: Printable;
  readonly label: string;
  /** Only what happened there. */
  readonly institution?: string;
  readonly size?: 'xs' | 'sm';
}) {
  const { portfolioId, what, label, institution = null, size = 'sm' } = props;
  const { mutationFn } = api.submission.print.mutationOptions();
  const print = useMutation({
    meta: { refresh: false },
    mutationFn: async (form: 'pdf' | 'csv', context) => {
      if (mutationFn === undefined) return;
      const { fileId, name } = await mutationFn({ portfolioId, what, form, institution }, context);
      await saveOutgoing(fileId, name);
    },
  });
  return (
    <>
      <Menu position="bottom-end">
        <Menu.Target>
          <Button
            variant="default"
            size={size}
            loading={print.isPending}
            leftSection={<IconDownload size={16} aria-hidden />}
          >
            {label}
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item onClick={() => print.mutate('pdf')}>As a PDF, to read or print</Menu.Item>
          <Menu.Item onClick={() => print.mutate('csv')}>As a table (CSV)</Menu.Item>
        </Menu.Dropdown>
      </Menu>
      {print.error === null ? null : <FailedState error={print.error} />}
    </>
  );
}
