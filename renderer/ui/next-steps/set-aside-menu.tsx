import { Button, Menu } from '@mantine/core';
import { IconChevronDown } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { api } from '#renderer/api/client.ts';
import { today } from '#renderer/text/format.ts';
import { daysAfter } from '#shared/domain/dates.ts';

const weeks = 4;

/** Puts a suggestion out of sight for a while, or for good. It can be brought back. */
export function SetAsideMenu(props: {
  readonly portfolioId: string;
  readonly stepKey: string;
  readonly label: string;
}) {
  const { portfolioId, stepKey, label } = props;
  const setAside = useMutation(api.coverage.setAside.mutationOptions());
  const put = (until: string | null) => setAside.mutate({ portfolioId, key: stepKey, until });
  return (
    <Menu position="bottom-end" withinPortal={false} withInitialFocusPlaceholder={false}>
      <Menu.Target>
        <Button
          variant="subtle"
          size="xs"
          loading={setAside.isPending}
          rightSection={<IconChevronDown size={14} aria-hidden />}
          aria-label={`Set aside: ${label}`}
        >
          Set aside
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item onClick={() => put(daysAfter(today(), weeks * 7))}>For {weeks} weeks</Menu.Item>
        <Menu.Item onClick={() => put(null)}>For good</Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
