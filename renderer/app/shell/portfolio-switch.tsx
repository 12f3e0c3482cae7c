import { Button, Menu, Text } from '@mantine/core';
import { IconCheck, IconChevronDown, IconPlus } from '@tabler/icons-react';
import { useNavigate } from '@tanstack/react-router';
import { choosePortfolio } from '#renderer/api/chosen-portfolio.ts';
import { useCurrentShelf } from '#renderer/api/current-shelf.ts';
import { usePortfolioNames } from '#renderer/api/portfolio-names.ts';
import { paths } from '#renderer/ui/paths.ts';

/** Whose portfolio is open; with several, a way to another. */
export function PortfolioSwitch() {
  const { entries, current } = useCurrentShelf();
  const named = usePortfolioNames();
  const navigate = useNavigate();
  if (current === undefined) return null;
  if (entries.length === 1) {
    return (
      <Text size="sm" c="dimmed" truncate visibleFrom="sm">
        {named(current)}
      </Text>
    );
  }
  const choose = (id: string) => {
    choosePortfolio(id);
    void navigate({ to: paths.home });
  };
  return (
    <Menu position="bottom-start" withinPortal={false} withInitialFocusPlaceholder={false}>
      <Menu.Target>
        <Button
          variant="default"
          size="xs"
          h={34}
          maw="20rem"
          rightSection={<IconChevronDown size={14} aria-hidden />}
          aria-label={`Portfolio: ${named(current)}. Choose another`}
        >
          {named(current)}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {entries.map((entry) => (
          <Menu.Item
            key={entry.id}
            leftSection={entry.id === current.id ? <IconCheck size={16} aria-hidden /> : <span />}
            aria-current={entry.id === current.id || undefined}
            onClick={() => choose(entry.id)}
          >
            {named(entry)}
          </Menu.Item>
        ))}
        <Menu.Divider />
        <Menu.Item
          leftSection={<IconPlus size={16} aria-hidden />}
          onClick={() => void navigate({ to: paths.newPortfolio })}
        >
          New portfolio
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
