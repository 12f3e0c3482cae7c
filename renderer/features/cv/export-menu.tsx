import { Button, Menu } from '@mantine/core';
import { IconDownload } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { api } from '#renderer/api/client.ts';
import { saveOutgoing } from '#renderer/api/downloads.ts';
import { usePortfolio } from '#renderer/api/portfolio-context.tsx';
import { FailedState } from '#renderer/ui/states.tsx';
import type { CvForm } from '#shared/contract/cv.ts';

/** Makes the CV as a file and saves it. */
export function ExportMenu({ disabled }: { readonly disabled: boolean }) {
  const { portfolioId } = usePortfolio();
  const { mutationFn } = api.cv.print.mutationOptions();
  const print = useMutation({
    meta: { refresh: false },
    mutationFn: async (form: CvForm, context) => {
      if (mutationFn === undefined) return;
      const { fileId, name } = await mutationFn({ portfolioId, form }, context);
      await saveOutgoing(fileId, name);
    },
  });
  return (
    <>
      <Menu position="bottom-end">
        <Menu.Target>
          <Button
            loading={print.isPending}
            disabled={disabled}
            leftSection={<IconDownload size={16} aria-hidden />}
          >
            Export
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item onClick={() => print.mutate('pdf')}>As a PDF, to hand over</Menu.Item>
          <Menu.Item onClick={() => print.mutate('docx')}>As a Word file, to go on with</Menu.Item>
        </Menu.Dropdown>
      </Menu>
      {print.error === null ? null : <FailedState error={print.error} />}
    </>
  );
}
