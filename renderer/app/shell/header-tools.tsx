import { ActionIcon, Button, Kbd, Tooltip } from '@mantine/core';
import { spotlight } from '@mantine/spotlight';
import { IconBolt, IconCommand, IconLock } from '@tabler/icons-react';
import { useLock } from '#renderer/api/vault-changes.ts';
import { modKey } from '../commands/keys.ts';
import { SchemeToggle } from './scheme-toggle.tsx';

export function HeaderTools({ onQuickAdd }: { readonly onQuickAdd: () => void }) {
  const lock = useLock();
  return (
    <>
      <Tooltip label={`Quick add (${modKey} Shift A)`}>
        <ActionIcon variant="default" size={34} aria-label="Quick add" onClick={onQuickAdd}>
          <IconBolt size={18} aria-hidden />
        </ActionIcon>
      </Tooltip>
      <Button
        variant="default"
        size="xs"
        h={34}
        flex="none"
        visibleFrom="sm"
        leftSection={<IconCommand size={16} aria-hidden />}
        rightSection={<Kbd size="xs">{modKey} K</Kbd>}
        onClick={spotlight.open}
      >
        Go to
      </Button>
      {/* The same, where there is no room for its words. */}
      <ActionIcon
        variant="default"
        size={34}
        visibleFrom="xs"
        hiddenFrom="sm"
        aria-label="Go to"
        onClick={spotlight.open}
      >
        <IconCommand size={18} aria-hidden />
      </ActionIcon>
      <SchemeToggle />
      <Tooltip label="Lock Waymark">
        <ActionIcon
          variant="default"
          size={34}
          aria-label="Lock Waymark"
          loading={lock.isPending}
          onClick={() => lock.mutate(undefined)}
        >
          <IconLock size={18} aria-hidden />
        </ActionIcon>
      </Tooltip>
    </>
  );
}
