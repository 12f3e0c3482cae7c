import { Button, Menu } from '@mantine/core';
import { IconCalendarDown } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { client } from '#renderer/api/client.ts';
import { saveOutgoing } from '#renderer/api/downloads.ts';
import { usePortfolio } from '#renderer/api/portfolio-context.tsx';
import { FailedState } from '#renderer/ui/states.tsx';

/** Saves one meeting, or all that are planned, as a calendar file. @param id null for all. */
export function CalendarButton(props: { readonly id: string | null; readonly label: string }) {
  const { id, label } = props;
  const { portfolioId } = usePortfolio();
  const save = useMutation({
    meta: { refresh: false },
    mutationFn: async (agenda: boolean) => {
      const { fileId, name } = await client.meetings.calendar({ portfolioId, id, agenda });
      await saveOutgoing(fileId, name);
    },
  });
  return (
    <>
      <Menu position="bottom-end">
        <Menu.Target>
          <Button
            variant="default"
            loading={save.isPending}
            leftSection={<IconCalendarDown size={18} aria-hidden />}
          >
            {label}
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item onClick={() => save.mutate(false)}>Day, time and place only</Menu.Item>
          <Menu.Item onClick={() => save.mutate(true)}>With the agenda, which others may see</Menu.Item>
        </Menu.Dropdown>
      </Menu>
      {save.error === null ? null : <FailedState error={save.error} />}
    </>
  );
}
