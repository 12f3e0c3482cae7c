import { Group } from '@mantine/core';
import { IconRoute } from '@tabler/icons-react';
import { useStatus } from '#renderer/api/status.ts';
import { LinkButton } from '#renderer/ui/links.tsx';
import { PageHeader } from '#renderer/ui/page-header.tsx';
import { paths } from '#renderer/ui/paths.ts';
import { RecoveryReminder } from '#renderer/ui/recovery-reminder.tsx';
import { EmptyState } from '#renderer/ui/states.tsx';

export function NoPortfolioScreen() {
  const { data: status } = useStatus();
  return (
    <>
      <PageHeader title="Home" />
      <RecoveryReminder recovery={status?.recovery ?? null} />
      <EmptyState
        icon={IconRoute}
        title="Start with a portfolio"
        action={
          <Group gap="sm" justify="center">
            <LinkButton to={paths.newPortfolio}>Create a portfolio</LinkButton>
            <LinkButton to={paths.receive} variant="default">
              Open a package somebody sent
            </LinkButton>
          </Group>
        }
      >
        A portfolio is one doctor’s whole record for one specialty. Choose the specialty’s guidance, and
        Waymark shows what is there and what is missing. If you supervise a doctor or sit on a panel, open the
        package they sent you instead.
      </EmptyState>
    </>
  );
}
